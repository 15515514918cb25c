import type { PostPath } from '#shared/contract/post-path'
import { foldersAbove, pathWrittenIn, referencePaths } from '../assets/reference-paths'

/** A manner in which posts name their images. */
export type ReferenceStyle =
  /** From the site's root, which is the folder `root` of the blog: `/images/tea.png`, or `images/tea.png` where themes add the slash. */
  | { readonly kind: 'site'; readonly root: string; readonly hasSlash: boolean }
  /** From the post's own folder downwards: `tea.png`, `./tea.png`. */
  | { readonly kind: 'beside'; readonly hasDot: boolean }
  /** From the folder with the post's own name, as Hexo has it. */
  | { readonly kind: 'own-folder' }
  /** `../images/tea.png`, to somewhere below the blog's folder `top`. */
  | { readonly kind: 'climbing'; readonly top: string }

/** Whether the blog has an image at this path. */
export type IsThere = (path: PostPath) => boolean

/** The image that a post means by `reference`: as it is read for the preview, else as a path from the site's root without its slash. */
export function imageMeant(post: PostPath, reference: string, isThere: IsThere): PostPath | null {
  const direct = referencePaths(post, reference).find(isThere)
  if (direct !== undefined || !mayLackSlash(reference)) return direct ?? null
  return referencePaths(post, `/${reference}`).find(isThere) ?? null
}

/** The manner of a reference that means `image`; null for one that fits none. */
export function styleOf(post: PostPath, reference: string, image: PostPath): ReferenceStyle | null {
  const written = pathWrittenIn(reference)
  if (written === null) return null
  if (!reference.startsWith('/')) {
    if (joined(folderOf(post), written) === image)
      return written.startsWith('..')
        ? { kind: 'climbing', top: topOf(image) }
        : { kind: 'beside', hasDot: reference.startsWith('./') }
    if (joined(ownFolderOf(post), written) === image) return { kind: 'own-folder' }
  }
  const hasSlash = reference.startsWith('/')
  if (image === written) return { kind: 'site', root: '', hasSlash }
  if (image.endsWith(`/${written}`))
    return { kind: 'site', root: image.slice(0, -written.length - 1), hasSlash }
  return null
}

/**
 * What `post` writes to mean `image`: in the first of the manners `learnt` from other posts that can say it, else as generators
 * commonly have it. Always one that `imageMeant` leads back to the same file; null when there is none.
 */
export function referenceTo(
  post: PostPath,
  image: PostPath,
  learnt: readonly ReferenceStyle[],
  isThere: IsThere,
): string | null {
  for (const style of [...learnt, ...usualStyles(post, image)]) {
    const path = pathIn(style, post, image)
    const reference = path === null ? null : escaped(path)
    if (reference !== null && imageMeant(post, reference, isThere) === image) return reference
  }
  return null
}

/** The folder of a path, empty for the blog's own. */
export function folderOf(path: string): string {
  return path.slice(0, Math.max(0, path.lastIndexOf('/')))
}

/** The folder that has a post's own name, whether it is there or not. */
export function ownFolderOf(post: string): string {
  return post.replace(/\.[^./]+$/, '')
}

/** Whether a post is the page of a folder of its own, with its images beside it. */
export function isBundle(post: string): boolean {
  return /(?:^|\/)_?index\.[^./]+$/i.test(post)
}

function pathIn(style: ReferenceStyle, post: PostPath, image: PostPath): string | null {
  switch (style.kind) {
    case 'site': {
      const path = below(style.root, image)
      return path === null || !style.hasSlash ? path : `/${path}`
    }
    case 'beside': {
      const path = below(folderOf(post), image)
      // without the dot a colon would be read as the end of a scheme
      return path === null || !(style.hasDot || path.includes(':')) ? path : `./${path}`
    }
    case 'own-folder':
      return below(ownFolderOf(post), image)
    case 'climbing':
      return topOf(image) === style.top ? climb(folderOf(post), image) : null
  }
}

const siteRoots = ['static', 'public', 'source', 'src']

function usualStyles(post: PostPath, image: PostPath): readonly ReferenceStyle[] {
  const bases = ['', ...foldersAbove(post)]
  const roots = bases.flatMap((base) => siteRoots.map((root) => joined(base, root)))
  const isBelowRoot = roots.some((root) => below(root, image) !== null)
  const inPost: readonly ReferenceStyle[] = [{ kind: 'own-folder' }, { kind: 'beside', hasDot: false }]
  return [
    ...(isBundle(post) ? inPost.toReversed() : inPost),
    // what lies in the site's root is not reached from the folder above that
    ...(isBelowRoot ? roots : ['']).map((root) => ({ kind: 'site', root, hasSlash: true }) as const),
    { kind: 'climbing', top: topOf(image) },
  ]
}

function mayLackSlash(reference: string): boolean {
  return !/^(?:\.{0,2}\/|[a-z][a-z0-9+.-]*:)/i.test(reference)
}

function below(folder: string, path: string): string | null {
  if (folder === '') return path
  return path.startsWith(`${folder}/`) ? path.slice(folder.length + 1) : null
}

function climb(from: string, path: string): string {
  const start = from === '' ? [] : from.split('/')
  const target = path.split('/')
  const shared = start.findIndex((segment, index) => segment !== target[index])
  const common = shared < 0 ? start.length : shared
  return [...start.slice(common).map(() => '..'), ...target.slice(common)].join('/')
}

function joined(folder: string, path: string): string {
  const segments = folder === '' ? [] : folder.split('/')
  for (const segment of path.split('/')) {
    if (segment === '..') segments.pop()
    else segments.push(segment)
  }
  return segments.join('/')
}

function topOf(path: string): string {
  return path.includes('/') ? path.slice(0, path.indexOf('/')) : ''
}

/** What an address would read as something else: the marks of a query, a fragment and an escape. */
function escaped(path: string): string {
  return path.replace(/[%?#]/g, encodeURIComponent)
}
