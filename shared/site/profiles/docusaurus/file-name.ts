/** What Docusaurus reads off a post's path in its blog. */
export type DocusaurusName = {
  /** The day as written, with `-` or `/` between its parts; null for none. */
  readonly date: string | null
  /** The name without its date, the title of a post that has none of its own. */
  readonly text: string
  /** The address below the blog's own. */
  readonly slug: string
}

const dated = /^(?<folder>.*)(?<date>\d{4}[-/]\d{1,2}[-/]\d{1,2})[-/]?(?<text>.*?)(?:\/index)?.mdx?$/

/** Reads a post's path, relative to its blog (plugin-content-blog, `parseBlogFileName`). The last date in it counts. */
export function readDocusaurusName(path: string): DocusaurusName {
  const found = dated.exec(path.slice(0, 1000))?.groups
  if (found !== undefined) {
    const { folder = '', date = '', text = '' } = found
    return { date, text, slug: `/${date.replaceAll('-', '/')}/${folder}${text}` }
  }
  const text = path.replace(/(?:\/index)?\.mdx?$/, '')
  return { date: null, text, slug: `/${text}` }
}
