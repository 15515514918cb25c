import type { Dirent } from 'node:fs'
import { readdir } from 'node:fs/promises'
import { FailureError } from '#shared/contract/failure'
import { PostPath } from '#shared/contract/post-path'
import { siteFolders } from '#shared/site/detect-generator'
import { isConfiguration, isProgram } from '#shared/site/extras/site-texts'
import { resolveInBlog } from '../files/resolve-in-blog'
import { explained } from '../files/system-failure'
import { textOrNull } from '../files/text-or-null'

const maxFileBytes = 256 * 1024
const maxFiles = 600
const maxLength = 6_000_000
const maxDepth = 5

/** Where generators keep templates, and themes theirs. */
const templateFolders =
  /^(?:themes\/[^/]+\/)?(?:layouts?|_layouts|_includes|_partials|templates|theme|views|src\/(?:_includes|_layouts|layouts|components|pages|theme|templates))(?:\/|$)/
const onTheWay = /^(?:themes(?:\/[^/]+)?|config(?:\/_default)?|src)$/
const template =
  /\.(?:html?|xml|njk|liquid|ejs|pug|jade|swig|hbs|mustache|webc|astro|jsx?|tsx?|mjs|vue|svelte|j2|styl)$/

/** Jekyll and Eleventy put in files of any kind. */
const included = /^(?:src\/)?_includes\/.*\.(?:md|markdown|svg|txt|css|js)$/

/**
 * The texts of a site's configuration and templates, its themes' among them, by their paths from the site's root: of the first of the usual folders
 * that has any configuration. `root` is the blog's real path. Bounded in number and size; links that lead out of the blog are passed by.
 */
export async function gatherSiteTexts(root: string): Promise<ReadonlyMap<string, string>> {
  return gather(root, (await findSiteFolder(root)).folder)
}

/** Where the site lies in its blog, with the names of what is there: the first of the usual folders that has any configuration, else the root. */
export async function findSiteFolder(
  root: string,
): Promise<{ readonly folder: string; readonly names: readonly string[] }> {
  for (const folder of siteFolders) {
    const names = (await list(root, folder)).map(({ name }) => name)
    if (names.some((name) => isConfiguration(name) || isProgram(name))) return { folder, names }
  }
  return { folder: '', names: (await list(root, '')).map(({ name }) => name) }
}

async function gather(root: string, site: string): Promise<ReadonlyMap<string, string>> {
  const texts = new Map<string, string>()
  let length = 0
  const within = (path: string): string => [site, path].filter((part) => part !== '').join('/')
  const visit = async (folder: string, depth: number): Promise<void> => {
    for (const entry of await list(root, within(folder))) {
      if (texts.size >= maxFiles || length > maxLength) return
      const path = folder === '' ? entry.name : `${folder}/${entry.name}`
      if (!PostPath.safeParse(within(path)).success) continue
      if (entry.isDirectory()) {
        if (depth < maxDepth && (templateFolders.test(`${path}/`) || onTheWay.test(path)))
          await visit(path, depth + 1)
        continue
      }
      const isWanted =
        isConfiguration(path) ||
        isProgram(path) ||
        (templateFolders.test(path) && template.test(path)) ||
        included.test(path)
      const text = isWanted ? await textOrNull(root, within(path), maxFileBytes) : null
      if (text === null) continue
      texts.set(path, text)
      length += text.length
    }
  }
  await visit('', 0)
  return texts
}

/** A folder's entries in the order of their names; none where it cannot be looked into. */
async function list(root: string, folder: string): Promise<readonly Dirent[]> {
  try {
    const real = folder === '' ? root : await resolveInBlog(root, PostPath.parse(folder))
    const entries = await explained(folder, () => readdir(real, { withFileTypes: true }))
    return entries.toSorted((one, other) => (one.name < other.name ? -1 : 1))
  } catch (error) {
    if (error instanceof FailureError) return []
    throw error
  }
}
