/** How a site's list of posts writes the line under a title. Patterns are those of `formatDay`. */
export type ListStyle = {
  /** Null where the list prints no date with a year. */
  readonly datePattern: string | null
  /** How a date without its year is written; null where every date has one. */
  readonly yearlessPattern: string | null
  /** For which posts the year is left out: those of the year in which the page was built, or all. */
  readonly yearlessFor: 'current-year' | 'all'
  /** The line, with `{author}` and `{date}` in it: `{author} on {date}`. */
  readonly line: string
  /** Whether the line stands before the title or behind it. */
  readonly linePlace: 'before' | 'behind'
}

/** A post as its list shows it. `day` is `YYYY-MM-DD`. */
export type ListedPost = { readonly title: string; readonly author: string | null; readonly day: string }
