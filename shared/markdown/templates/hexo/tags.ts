import { escapeHtml } from '../box'
import type { SitePage } from '../template-context'

/** What tags may ask of the site. */
export type TagSite = {
  /** The path below the host, with its slashes. */
  readonly root: string
  readonly pages: readonly SitePage[]
  readonly isSite: boolean
  readonly renderMarkdown: (markdown: string) => string
}

/** A tag's HTML, or why Hexo stops. */
export type TagOutcome =
  | { readonly kind: 'html'; readonly html: string }
  | { readonly kind: 'stop'; readonly message: string }

const html = (text: string): TagOutcome => ({ kind: 'html', html: text })

/** Code with its common indent and one line break at each end taken off, as Hexo hands content to a tag. */
export function trimContent(content: string): string {
  const indents = content.match(/^[^\S\n]*(?=\S)/gm) ?? []
  const common = indents.reduce((least, { length }) => Math.min(least, length), Number.POSITIVE_INFINITY)
  const stripped =
    Number.isFinite(common) && common > 0
      ? content.replace(new RegExp(`^[^\\S\\n]{${common}}`, 'gm'), '')
      : content
  return stripped.replace(/^\n?|\n?$/g, '')
}

const address = /(?:[A-Za-z]{3,9}:(?:\/\/)?[A-Za-z0-9.-]+|www\.[A-Za-z0-9.-]+)/

function urlFor(path: string, { root }: TagSite): string {
  if (/^(?:#|\/\/|https?:)/.test(path)) return path
  return encodeURI(`${root}${path}`.replace(/\/{2,}/g, '/'))
}

/** An address as Hexo writes it: a bare host gets its slash. */
function encodeAddress(written: string): string {
  return /^[a-z]+:\/\/[^/?#]+$/i.test(written) ? `${written}/` : written
}

function element(
  name: string,
  attributes: { readonly [name: string]: string | undefined },
  content?: string,
): string {
  const written = Object.entries(attributes)
    .filter(([, value]) => value !== undefined)
    .map(([key, value]) => ` ${key}="${escapeHtml(value ?? '')}"`)
    .join('')
  return `<${name}${written}>${content === undefined ? '' : `${content}</${name}>`}`
}

function quoteFooter(words: readonly string[]): string {
  const text = words.join(' ')
  const cited = /(\S.*)\s+(https?:\/\/\S+)(?:\s+(.+))?/i.exec(text)
  const titled = /([^,]+),\s*([^,]+)/.exec(text)
  const [author = text, source = '', title = ''] = cited
    ? [cited[1], cited[2], cited[3]]
    : titled
      ? [titled[1], '', titled[2]]
      : []
  if (text === '') return ''
  const short = source.replace(/^https?:\/\/|\/(?:index.html?)?$/g, '')
  const link = source === '' ? title : `<a href="${source}">${title || short}</a>`
  return `<footer><strong>${author}</strong>${link === '' ? '' : `<cite>${link}</cite>`}</footer>`
}

type BlockTag = (words: readonly string[], content: string, site: TagSite) => string

const blockquote: BlockTag = (words, content, { renderMarkdown }) =>
  `<blockquote>${renderMarkdown(content)}${quoteFooter(words)}</blockquote>`

const setting = /^(?:lang|line_number|line_threshold|first_line|wrap|mark|language_attr|highlight):/

const codeblock: BlockTag = (words, content) => {
  const language = words.find((word) => word.startsWith('lang:'))?.slice('lang:'.length) ?? ''
  const caption = words.filter((word) => !setting.test(word)).join(' ')
  const linked = /(\S[\S\s]*)\s+(https?:\/\/\S+)(?:\s+(.+))?/i.exec(caption)
  const link = linked ? `<a href="${escapeHtml(linked[2] ?? '')}">${escapeHtml(linked[3] ?? 'link')}</a>` : ''
  const shown =
    caption === '' ? '' : `<figcaption><span>${escapeHtml(linked?.[1] ?? caption)}</span>${link}</figcaption>`
  const named = language === '' ? '' : ` class="language-${escapeHtml(language)}"`
  return `<figure class="highlight">${shown}<pre><code${named}>${escapeHtml(content)}\n</code></pre></figure>`
}

/** Hexo's own tags that hold something: hexo.io/docs/tag-plugins */
export const blockTags: ReadonlyMap<string, BlockTag> = new Map<string, BlockTag>([
  ['blockquote', blockquote],
  ['quote', blockquote],
  ['codeblock', codeblock],
  ['code', codeblock],
  [
    'pullquote',
    (words, content, { renderMarkdown }) =>
      `<blockquote class="${escapeHtml(['pullquote', ...words].join(' '))}">${renderMarkdown(content)}</blockquote>`,
  ],
])

type Tag = (words: readonly string[], site: TagSite) => TagOutcome | undefined

function image(words: readonly string[], site: TagSite, isSource: (word: string) => boolean): TagOutcome {
  const at = words.findIndex(isSource)
  const classes = words.slice(0, at < 0 ? words.length : at)
  const rest = at < 0 ? [] : words.slice(at + 1)
  const source = at < 0 ? undefined : (words[at] ?? '')
  const isNumber = (word: string | undefined): boolean => word !== undefined && /^\d+$/.test(word)
  const width = isNumber(rest[0]) ? rest.shift() : undefined
  const height = width !== undefined && isNumber(rest[0]) ? rest.shift() : undefined
  const meta = rest.join(' ')
  const double = '"?([^"]+)?"?'
  const single = "'?([^']+)?'?"
  const titles = new RegExp(
    `${meta.startsWith('"') ? double : single}\\s*${meta.endsWith('"') ? double : single}`,
  )
  const [, title, alt] = (rest.length > 0 ? titles.exec(meta) : null) ?? []
  const src = source?.startsWith('/') || /^https?:/.test(source ?? '') ? urlFor(source ?? '', site) : source
  return html(element('img', { src, class: classes.join(' '), width, height, title, alt }))
}

const img: Tag = (words, site) => image(words, site, (word) => address.test(word) || word.startsWith('/'))

// an asset lies beside the post, and is published beside its page
const isFileName = (word: string): boolean => /\.\w{2,5}$/.test(word)
const assetImg: Tag = (words, site) => (site.isSite ? image(words, site, isFileName) : html(''))

const link: Tag = (words) => {
  const at = words.findIndex((word) => address.test(word))
  const text = words.slice(0, at < 0 ? words.length : at).join(' ')
  const rest = at < 0 ? [] : words.slice(at + 1)
  const isExternal = rest[0] === 'true' || rest[0] === 'false' ? rest.shift() === 'true' : false
  const attributes = {
    href: encodeAddress(words[at] ?? ''),
    title: rest.join(' '),
    target: isExternal ? '_blank' : '',
  }
  return html(element('a', attributes, escapeHtml(text)))
}

/** A post by what Hexo calls its slug, the path below `_posts`, or by its title. */
function findPost(pages: readonly SitePage[], name: string): SitePage | undefined {
  const slugOf = (path: string): string => path.replace(/^.*?_posts\//, '').replace(/\.[^./]+$/, '')
  return (
    pages.find(
      ({ path }) => slugOf(path) === name || slugOf(path).replace(/^\d{4}-\d\d-\d\d-/, '') === name,
    ) ?? pages.find(({ title }) => title === name)
  )
}

const postLink: Tag = (words, site) => {
  const [name = '', hash = ''] = (words[0] ?? '').split('#')
  const rest = words.slice(1)
  const escapes = rest.at(-1) === 'true' || rest.at(-1) === 'false' ? rest.pop() === 'true' : true
  const post = findPost(site.pages, name)
  if (post === undefined) return { kind: 'stop', message: `post_link: there is no post “${name}”` }
  const title = rest.length > 0 ? rest.join(' ') : post.title
  const target = (post.address === null ? '' : urlFor(post.address, site)) + (hash === '' ? '' : `#${hash}`)
  return html(element('a', { href: target, title: post.title }, escapes ? escapeHtml(title) : title))
}

const postPath: Tag = ([name = ''], site) => {
  const found = findPost(site.pages, name)
  return html(found?.address == null ? '' : urlFor(found.address, site))
}

const frame = (source: string): string =>
  `<iframe src="${escapeHtml(source)}" frameborder="0" loading="lazy" allowfullscreen></iframe>`

/** Tags of Hexo up to 6, and of hexo-tag-embed: only a site can have them. */
const embed = (write: (words: readonly string[]) => string): Tag => {
  return (words, { isSite }) => (isSite ? html(write(words)) : undefined)
}

/** Hexo's own tags that stand alone: hexo.io/docs/tag-plugins */
export const hexoTags: ReadonlyMap<string, Tag> = new Map<string, Tag>([
  ['a', link],
  ['link', link],
  ['anchor', link],
  ['img', img],
  ['image', img],
  ['asset_img', assetImg],
  ['asset_image', assetImg],
  ['asset_path', ([name = ''], { isSite }) => html(isSite ? encodeURI(name) : '')],
  [
    'asset_link',
    ([name = '', ...title], { isSite }) => {
      const text = title.join(' ') || name
      return html(isSite ? element('a', { href: encodeURI(name), title: text }, escapeHtml(text)) : '')
    },
  ],
  [
    'iframe',
    ([source = '', width = '100%', height = '300']) =>
      html(
        `<iframe src="${escapeHtml(source)}" width="${escapeHtml(width === 'default' ? '100%' : width)}" height="${escapeHtml(height === 'default' ? '300' : height)}" frameborder="0" loading="lazy" allowfullscreen></iframe>`,
      ),
  ],
  ['post_link', postLink],
  ['post_path', postPath],
  [
    'url_for',
    ([text = '', path = '/'], site) => html(element('a', { href: urlFor(path, site) }, escapeHtml(text))),
  ],
  [
    'youtube',
    embed(
      ([id = '']) => `<div class="video-container">${frame(`https://www.youtube.com/embed/${id}`)}</div>`,
    ),
  ],
  [
    'vimeo',
    embed(
      ([id = '']) => `<div class="video-container">${frame(`https://player.vimeo.com/video/${id}`)}</div>`,
    ),
  ],
  [
    'gist',
    embed(
      ([id = '', file]) =>
        `<script src="//gist.github.com/${escapeHtml(id)}.js${file ? `?file=${escapeHtml(file)}` : ''}"></script>`,
    ),
  ],
  [
    'jsfiddle',
    embed(([id = '', tabs = 'js,resources,html,css,result', skin = 'light']) =>
      frame(`//jsfiddle.net/${id}/embedded/${tabs}/${skin}`),
    ),
  ],
])
