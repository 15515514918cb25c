/** A post's place and name, from which its address is guessed. */
export type NamedPost = {
  /** Relative to the site's folder, `/` between segments. */
  readonly path: string
  readonly title: string
}

/**
 * The name under which a generator would most likely publish the post: its file's, without date and ending, or its folder's when the
 * file is an `index`.
 */
export function slugOf(path: string): string {
  const segments = path.split('/')
  const stem = (segments.pop() ?? path).replace(/\.[^.]+$/, '')
  const name = /^_?index$/i.test(stem) ? (segments.pop() ?? stem) : stem
  return name.replace(/^\d{4}-\d{1,2}-\d{1,2}-?/, '') || name
}

/** Paths below `home` where such a post's page often lies, likeliest first. They are guesses: what answers there is looked at. */
export function guessPages({ path }: NamedPost, home: string): readonly string[] {
  const slug = slugOf(path)
  const folders = path
    .split('/')
    .slice(0, -1)
    .filter(
      (folder) => !/^(?:src|content|contents|pages|data|source|_posts|_drafts|docs|website)$/i.test(folder),
    )
  const inFolder = folders.filter((folder) => folder !== slug).map((folder) => `${folder}/`)
  const [, year, month, day] = /(?:^|\/)(\d{4})-(\d{2})-(\d{2})/.exec(path) ?? []
  const stems = [
    `${inFolder.join('')}${slug}`,
    slug,
    `blog/${slug}`,
    `posts/${slug}`,
    ...(day === undefined ? [] : [`${year}/${month}/${day}/${slug}`, `blog/${year}/${month}/${day}/${slug}`]),
  ]
  const root = home.endsWith('/') ? home : `${home}/`
  return [...new Set(stems)]
    .flatMap((stem) => [`${stem}/`, `${stem}.html`])
    .map((end) => root + encodePath(end))
}

/** The site's own pages that a page, feed or sitemap names, as paths on the server; those that hold the post's name first. */
export function linkedPages(text: string, post: NamedPost): readonly string[] {
  const slug = slugOf(post.path).toLowerCase()
  const words = post.title.toLowerCase().match(/[\p{L}\p{N}]{4,}/gu) ?? []
  const found = new Set<string>()
  for (const [, attribute, element] of text.matchAll(
    /(?:href|url)\s*=\s*["']?([^"'\s>]+)|<(?:loc|link|guid)\b[^>]*>\s*([^<\s]+)\s*</gi,
  )) {
    const path = pathOf((attribute ?? element ?? '').replaceAll('&amp;', '&'))
    if (path !== null) found.add(path)
  }
  const rank = (path: string): number => {
    const plain = path.toLowerCase()
    if (slug !== '' && plain.includes(slug)) return 1000
    return words.filter((word) => plain.includes(word)).length
  }
  return [...found]
    .map((path, index) => ({ path, index, rank: rank(path) }))
    .toSorted((one, other) => other.rank - one.rank || one.index - other.index)
    .map(({ path }) => path)
}

const notPages =
  /\.(?:css|js|mjs|json|xml|png|jpe?g|gif|svg|webp|avif|ico|woff2?|ttf|pdf|zip|txt|mp[34]|webm|md)$/i

/** The path of an address, whatever host it names: a site's own addresses name the published host. */
function pathOf(address: string): string | null {
  const path = address.replace(/^(?:https?:)?\/\/[^/?#]*/i, '').replace(/[?#].*$/, '')
  if (!path.startsWith('/') || path.startsWith('//') || path.includes('\\') || notPages.test(path))
    return null
  return path
}

function encodePath(path: string): string {
  return path.split('/').map(encodeURIComponent).join('/')
}
