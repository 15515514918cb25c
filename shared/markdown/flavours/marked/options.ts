/** What a Hexo site sets under `marked`, by Hexo's own names, and its address. */
export type MarkedOptions = {
  readonly gfm: boolean
  readonly breaks: boolean
  readonly smartypants: boolean
  /** Four characters: opening and closing double quotation marks, then single ones. */
  readonly quotes: string
  readonly headerIds: boolean
  /** Ids are in lower case (1), in upper case (2), or as the heading is (0). */
  readonly modifyAnchors: number
  readonly anchorAlias: boolean
  readonly prependRoot: boolean
  /** Where the site lies at its host. */
  readonly root: string
  /** The site's own address; links to other hosts are external. */
  readonly url: string
  readonly external_link: {
    readonly enable: boolean
    readonly nofollow: boolean
    readonly exclude: readonly string[]
  }
  readonly lazyload: boolean
  readonly figcaption: boolean
  readonly descriptionLists: boolean
  readonly autolink: boolean
}

/** What hexo-renderer-marked 7 does by itself. */
export const markedDefaults: MarkedOptions = {
  gfm: true,
  breaks: true,
  smartypants: true,
  quotes: '“”‘’',
  headerIds: true,
  modifyAnchors: 0,
  anchorAlias: false,
  prependRoot: true,
  root: '/',
  url: '',
  external_link: { enable: false, nofollow: false, exclude: [] },
  lazyload: false,
  figcaption: false,
  descriptionLists: true,
  autolink: true,
}
