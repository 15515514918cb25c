import type { SitePage } from '../template-context'

/** A page's name as a reference may give it: without its ending, its `index`, and the content's folder. */
function nameOf(path: string): string {
  return path
    .replace(/^\/?(?:content\/)?/, '')
    .replace(/\.(?:md|markdown|html)$/, '')
    .replace(/(?:^|\/)_?index$/, '')
}

/** The page that Hugo's `ref` means: by its whole path below the content, else by the end of it. */
export function findPage(pages: readonly SitePage[], reference: string): SitePage | undefined {
  const wanted = nameOf(reference)
  return (
    pages.find(({ path }) => nameOf(path) === wanted) ??
    pages.find(({ path }) => nameOf(path).endsWith(`/${wanted}`))
  )
}
