/** What a writer's own template of addresses is filled with. */
export type AddressFacts = {
  /** `YYYY-MM-DD`, null for a post without a date. */
  readonly day: string | null
  readonly slug: string
  /** The title as a slug. */
  readonly title: string
  /** The folders between the posts' own and the file, joined by `/`. */
  readonly folders: string
}

/**
 * The address that a template with `:year :month :day :slug :title :folders` gives (`permalink` in `.galley.yml`); null where it asks for
 * a date that the post does not have.
 */
export function filledAddress(template: string, facts: AddressFacts): string | null {
  const [year, month, day] = facts.day?.split('-') ?? []
  const values: Readonly<Record<string, string | undefined>> = {
    ...{ year, month, day },
    ...{ slug: facts.slug, title: facts.title, folders: facts.folders },
  }
  let isComplete = true
  const filled = template.replace(/:(year|month|day|slug|title|folders)\b/g, (_whole, token: string) => {
    const value = values[token]
    if (value === undefined) isComplete = false
    return value ?? ''
  })
  return isComplete ? `/${filled}`.replace(/\/{2,}/g, '/') : null
}
