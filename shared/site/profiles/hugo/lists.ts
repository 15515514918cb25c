import type { FoundDate } from './dates'
import { type Hidden, type HugoSite, nodeKey, type Page } from './page'

/** Each language's sections of posts, in lower case: as stated, else the one with most pages that are built, or that could be. */
export function mainSectionsOf(
  pages: ReadonlyMap<string, Page>,
  lists: ListDates,
  site: HugoSite,
): ReadonlyMap<string, readonly string[]> {
  const built = new SectionCounts()
  const all = new SectionCounts()
  for (const path of site.paths) {
    const page = pages.get(path)
    const place = page?.file ?? site.tree.placeOf(path)
    if (place.kind !== 'page' || place.folders.length === 0) continue
    if (page === undefined && place.isHtml) continue
    const section = (place.folders[0] ?? '').toLowerCase()
    all.add(place.language, section)
    const isHidden = page !== undefined && (page.hidden.length > 0 || lists.hiddenSections(page).length > 0)
    if (!isHidden) built.add(place.language, section)
  }
  return new Map(
    [...site.configuration.languages.values()].map(({ code, mainSections }) => {
      const stated = mainSections?.map((section) => section.toLowerCase())
      const most = built.most(code) ?? all.most(code)
      return [code, stated ?? (most === null ? [] : [most])]
    }),
  )
}

/** How many pages each section has in each language. */
class SectionCounts {
  readonly #counts = new Map<string, Map<string, number>>()

  add(language: string, section: string): void {
    const own = this.#counts.get(language) ?? new Map<string, number>()
    this.#counts.set(language, own.set(section, (own.get(section) ?? 0) + 1))
  }

  most(language: string): string | null {
    const counts = [...(this.#counts.get(language) ?? [])]
    return counts.toSorted(([a, x], [b, y]) => y - x || (a < b ? -1 : 1))[0]?.[0] ?? null
  }
}

/** What list pages are told by the pages below them, and what they hide with themselves. */
export class ListDates {
  readonly #pages: readonly Page[]
  readonly #hidden = new Map<string, readonly Hidden[]>()
  readonly #latest = new Map<string, FoundDate>()

  constructor(pages: ReadonlyMap<string, Page>) {
    this.#pages = [...pages.values()]
    for (const { file, hidden } of this.#pages) {
      if (file.kind === 'node' && hidden.length > 0)
        this.#hidden.set(nodeKey(file.language, file.folders), hidden)
    }
    for (const page of this.#pages) this.#count(page)
  }

  /** A section that is not built takes all pages below it along. */
  hiddenSections({ file }: Page): readonly Hidden[] {
    const found: Hidden[] = []
    const depthOfOwn = file.kind === 'node' ? file.folders.length - 1 : file.folders.length
    for (let depth = depthOfOwn; depth >= 0; depth--) {
      const folders = file.folders.slice(0, depth)
      const hidden = this.#hidden.get(nodeKey(file.language, folders)) ?? []
      found.push(
        ...hidden.map(({ reason, rule }) => ({ reason, rule: `its folder’s \`_index\` file: ${rule}` })),
      )
    }
    return found
  }

  /** The latest date of the built pages below a list page, which it takes for its own. */
  latest({ file }: Page): FoundDate | null {
    return this.#latest.get(nodeKey(file.language, file.folders)) ?? null
  }

  #count(page: Page): void {
    const { file, date } = page
    if (date === null || page.hidden.length > 0 || this.hiddenSections(page).length > 0) return
    for (let depth = file.folders.length; depth >= 0; depth--) {
      const key = nodeKey(file.language, file.folders.slice(0, depth))
      const known = this.#latest.get(key)
      if (known === undefined || date.time.instant > known.time.instant) this.#latest.set(key, date)
    }
  }
}
