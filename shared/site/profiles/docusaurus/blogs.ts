import { matchesGlobs } from '../matches-globs'
import type { DocusaurusBlog, DocusaurusConfiguration } from './configuration'

/** Where a file stands to a site's blogs. */
export type DocusaurusPlace =
  /** In a blog's folder or among its translations; `path` is from there. `locale` is null for the blog's own text. */
  | {
      readonly kind: 'post' | 'left-out'
      readonly blog: DocusaurusBlog
      readonly path: string
      readonly locale: string | null
    }
  | { readonly kind: 'elsewhere' }

/** Where a file lies, by its path alone. A blog in a folder of another blog goes before that one. */
export function placeInBlogs(
  path: string,
  blogs: readonly DocusaurusBlog[],
  site: DocusaurusConfiguration,
): DocusaurusPlace {
  let best: { readonly blog: DocusaurusBlog; readonly path: string; readonly locale: string | null } | null =
    null
  for (const blog of blogs) {
    const own = below(blog.folder, path)
    const translated = own === null ? translation(path, blog, site) : null
    const found = own === null ? translated : { path: own, locale: null }
    if (found !== null && (best === null || blog.folder.length > best.blog.folder.length))
      best = { blog, ...found }
  }
  if (best === null || !/\.mdx?$/.test(path)) return { kind: 'elsewhere' }
  const { include, exclude } = best.blog
  const inside = best.path
  const isPost = matchesGlobs(include, inside) && !exclude.some((pattern) => matchesGlobs([pattern], inside))
  return { kind: isPost ? 'post' : 'left-out', ...best }
}

/** The folder in which a blog's translations into a language lie. */
export function translationFolder(
  blog: DocusaurusBlog,
  locale: string,
  site: DocusaurusConfiguration,
): string {
  const suffix = blog.id === 'default' ? '' : `-${blog.id}`
  return `${site.localeFolder}/${locale}/docusaurus-plugin-content-blog${suffix}`
}

function translation(
  path: string,
  blog: DocusaurusBlog,
  site: DocusaurusConfiguration,
): { readonly path: string; readonly locale: string } | null {
  const [locale] = below(site.localeFolder, path)?.split('/') ?? []
  if (locale === undefined) return null
  const inside = below(translationFolder(blog, locale, site), path)
  return inside === null ? null : { path: inside, locale }
}

function below(folder: string, path: string): string | null {
  if (folder === '') return path
  return path.startsWith(`${folder}/`) ? path.slice(folder.length + 1) : null
}
