import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { DateStyle } from '#shared/site/page-frame/date-style'
import { writeSitePage } from '#shared/site/page-frame/fill-frame'
import { filterCss } from '#shared/site/page-frame/filter-css'
import { frameTextsOf } from '#shared/site/page-frame/frame-texts'
import { programFile } from '../program'
import type { RenderedPost } from './site-document'

/** The reading theme's style sheet as the preview has it; fonts are left to the reader's machine. */
export async function readTheme(): Promise<string> {
  const folder = programFile('dist/renderer')
  const page = await readFile(join(folder, 'preview.html'), 'utf8')
  const sheet = /<link rel="stylesheet"[^>]*href="\.\/([^"]+)"/.exec(page)?.[1]
  if (sheet === undefined) throw new Error('the preview has no style sheet')
  return filterCss(await readFile(join(folder, sheet), 'utf8'), () => null)
}

const slot = (name: string): string => `<galley-slot data-galley="${name}"></galley-slot>`

/** Galley's own page around a post, as a whole HTML document. References of the post stay as it writes them. */
export function plainDocument(theme: string, dateStyle: DateStyle | null, post: RenderedPost): string {
  const texts = frameTextsOf(post.path, post.values, dateStyle)
  const [author, date] = [texts.textFor('author'), texts.textFor('date')]
  const byline = [author && `by ${slot('author')}`, date && `${author && 'on '}${slot('date')}`]
  const lines = [
    texts.title && `<h1 class="galley-title" dir="auto">${slot('title')}</h1>`,
    (author || date) && `<p class="galley-byline" dir="auto">${byline.filter(Boolean).join(' ')}</p>`,
    texts.image && '<p class="galley-hero"><img data-galley="image"></p>',
  ].filter(Boolean)
  const header = lines.length === 0 ? '' : `<header class="galley-header">${lines.join('')}</header>`
  return writeSitePage(
    {
      htmlAttributes: { 'data-theme': 'light' },
      bodyAttributes: {},
      styles: [],
      pageTitle: { before: '', after: '' },
      markup: `<article class="galley-page">${header}<div class="galley-body" data-galley="body"></div></article>`,
      dateStyle,
      author: texts.author,
    },
    { texts, bodyHtml: post.html, styles: [{ css: theme, media: '' }], addressOf: () => null },
  )
}
