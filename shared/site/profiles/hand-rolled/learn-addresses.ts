import type { SourceFile } from '../../profile'

/** What an address may be made of, for one post. `day` is `YYYY-MM-DD`, null for a post without a date. */
export type AddressFacts = {
  /** The file's name without its day and ending, or its folder's for an `index`. */
  readonly name: string
  readonly slug: string
  readonly title: string
  readonly day: string | null
}

/** How a site's addresses are made, learnt from pages that were built. */
export type LearntAddresses = {
  /** With `:name`, `:slug` (what the post says), `:title`, `:year`, `:month`, `:day` in it, such as `/posts/:name.htm`. */
  readonly template: string
  /** The output folder. */
  readonly output: string
  /** How many posts' pages have such an address. */
  readonly count: number
}

const outputFolder = /^(?:.*\/)?(?:_site|public|dist|output|build|out|htdocs|site|www)(?=\/)/

/** Addresses of built pages, by the output folder that they lie in, without `index.html` at their ends. */
export function builtAddresses(paths: readonly string[]): ReadonlyMap<string, ReadonlySet<string>> {
  const found = new Map<string, Set<string>>()
  for (const path of paths) {
    const output = /\.html?$/i.test(path) ? outputFolder.exec(path)?.[0] : undefined
    if (output === undefined) continue
    const address = path.slice(output.length + 1).replace(/\/index\.html?$/i, '/')
    const addresses = found.get(output) ?? new Set()
    found.set(output, addresses.add(address))
  }
  return found
}

/** What a post's address may be made of. */
export function addressFactsOf(
  { path }: SourceFile,
  told: { readonly slug: string | null; readonly titleSlug: string; readonly day: string | null },
): AddressFacts {
  const segments = path.split('/')
  const file = (segments.pop() ?? '').replace(/\.[^.]+$/, '')
  const stem = /^index$/i.test(file) ? (segments.pop() ?? file) : file
  const name = stem.replace(/^\d{4}-\d{1,2}-\d{1,2}[-_]?/, '') || stem
  return { name, slug: told.slug ?? name, title: told.titleSlug, day: told.day }
}

/**
 * The template that the posts' pages follow. At least two must, no page of a post may lie elsewhere, and no two posts may be given the same
 * page; null where nothing can be learnt: then an address is not known.
 */
export function learnAddresses(
  posts: readonly AddressFacts[],
  built: ReadonlyMap<string, ReadonlySet<string>>,
): LearntAddresses | null {
  const counts = new Map<string, LearntAddresses>()
  for (const [output, addresses] of built) {
    const byName = namesOf(addresses)
    for (const post of posts)
      for (const template of new Set(templatesFor(post, byName))) {
        const key = `${output} ${template}`
        counts.set(key, { template, output, count: (counts.get(key)?.count ?? 0) + 1 })
      }
  }
  const [best] = [...counts.values()].toSorted(
    (one, other) => other.count - one.count || rank(one) - rank(other),
  )
  if (best === undefined || best.count < 2) return null
  const filled = posts.map((post) => fillTemplate(best.template, post)).filter((address) => address !== null)
  const isOneEach = new Set(filled).size === filled.length
  return isOneEach && !isContradicted(best, posts, built.get(best.output) ?? new Set()) ? best : null
}

/** Whether some post's page was built, but elsewhere than the template says. */
function isContradicted(
  { template }: LearntAddresses,
  posts: readonly AddressFacts[],
  addresses: ReadonlySet<string>,
): boolean {
  const byName = namesOf(addresses)
  return posts.some((post) => {
    const pages = [post.name, post.slug, post.title].flatMap((name) => byName.get(name) ?? [])
    return pages.length > 0 && !pages.includes(fillTemplate(template, post) ?? '')
  })
}

/** Of templates that explain as much, the one with the file's name in it. */
function rank({ template }: LearntAddresses): number {
  return template.includes(':name') ? 0 : template.includes(':slug') ? 1 : 2
}

/** Addresses by the last name in them, without its ending. */
function namesOf(addresses: ReadonlySet<string>): ReadonlyMap<string, readonly string[]> {
  const byName = new Map<string, string[]>()
  for (const address of addresses) {
    const last = address.replace(/\/$/, '')
    const name = last.slice(last.lastIndexOf('/') + 1).replace(/\.html?$/i, '')
    for (const key of new Set([name, name.replace(/^\d{4}-\d{1,2}-\d{1,2}-/, '')])) {
      const there = byName.get(key)
      if (there === undefined) byName.set(key, [address])
      else there.push(address)
    }
  }
  return byName
}

function templatesFor(post: AddressFacts, byName: ReadonlyMap<string, readonly string[]>): readonly string[] {
  const tokens = [
    [':name', post.name],
    [':slug', post.slug],
    [':title', post.title],
  ] as const
  return tokens.flatMap(([token, value]) =>
    (value === '' ? [] : (byName.get(value) ?? [])).map((address) =>
      templateOf(address, token, value, post.day),
    ),
  )
}

function templateOf(address: string, token: string, value: string, day: string | null): string {
  const at = address.lastIndexOf(value)
  const [year = '', month = '', date = ''] = day?.split('-') ?? []
  const before = address.slice(0, at)
  const dated =
    day === null
      ? before
      : before
          .replace(`${year}-${month}-${date}`, ':year-:month-:day')
          .replace(`${year}/${month}/${date}`, ':year/:month/:day')
          .replace(new RegExp(`(^|/)${year}/${month}(?=/|$)`), '$1:year/:month')
          .replace(new RegExp(`(^|/)${year}(?=/|$)`), '$1:year')
  return `${dated}${token}${address.slice(at + value.length)}`
}

/** The address that a learnt template gives a post; null where it asks for a day that the post does not have. */
export function fillTemplate(template: string, { name, slug, title, day }: AddressFacts): string | null {
  const [year, month, date] = day?.split('-') ?? []
  const values: Readonly<Record<string, string | undefined>> = { name, slug, title, year, month, day: date }
  let isKnown = true
  const filled = template.replace(/:(name|slug|title|year|month|day)\b/g, (_, token: string) => {
    const value = values[token]
    if (value === undefined || value === '') isKnown = false
    return value ?? ''
  })
  return isKnown ? filled : null
}
