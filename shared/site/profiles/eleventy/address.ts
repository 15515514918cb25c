import { normalizedPath } from './normalized-path'

/** A file's name as Eleventy's templates see it, and where its page goes by default (eleventy/src/TemplateFileSlug.js, TemplatePermalink.js). */
export type EleventyName = {
  /** `page.fileSlug` */
  readonly fileSlug: string
  /** `page.filePathStem` */
  readonly filePathStem: string
  /** The file that is written, below the output folder. */
  readonly output: string
}

/** What the path of a template below the input folder, without its ending, gives. */
export function eleventyName(stem: string): EleventyName {
  const folders = stem.split('/')
  const name = folders.pop() ?? ''
  const last = folders.at(-1)
  const raw = withoutDay(name)
  const base = folders.length === 0 ? '' : `${folders.join('/')}/`
  return {
    fileSlug: raw === 'index' ? (last === undefined ? '' : withoutDay(last)) : raw,
    filePathStem: `/${base}${raw}`,
    output: `${base}${name === 'index' || name === last ? '' : `${name}/`}index.html`,
  }
}

function withoutDay(name: string): string {
  return /\d{4}-\d{2}-\d{2}-(.*)/.exec(name)?.[1] ?? name
}

/** The file that a permalink names, below the output folder. */
export function outputOf(permalink: string): string {
  return normalizedPath(permalink.endsWith('/') ? `${permalink}index.html` : permalink)
}

/** The address of a file below the output folder, as Eleventy's links have it, with the site's prefix before it. */
export function addressOf(output: string, pathPrefix: string): string {
  const path = output.startsWith('/') ? output : `/${output}`
  const address = path.replace(/\/index(?:\.html|\/)?$/, '/')
  return pathPrefix === '/' ? address : `/${pathPrefix}/${address}`.replace(/\/{2,}/g, '/')
}
