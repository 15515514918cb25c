import type { FieldValue, FrontMatter } from '#shared/front-matter/front-matter'
import type { FramePage } from '../preview/frame-page'
import type { App } from '../state/app'
import { notify } from '../state/notices'
import { exportStrings } from '../strings/export'
import { copyRichText } from './copy-rich-text'
import { download } from './download'
import { exportPage } from './export-page'
import { printPage } from './print-page'
import { richTextOf } from './rich-text'

/** What leaves the preview: the page, and what it is called. */
type Leaving = {
  readonly page: FramePage
  readonly title: string
  readonly language: string
  /** Without an extension. */
  readonly fileName: string
}

/** Once everything is on the page; a long post is still being built otherwise. */
async function leaving(app: App): Promise<Leaving | null> {
  const { preview } = app.shownPreview.getState()
  const snapshot = (await app.loadEditor()).snapshot()
  await preview?.finish()
  const page = preview?.page() ?? null
  if (page === null || snapshot === null) return null
  const name = snapshot.path.slice(snapshot.path.lastIndexOf('/') + 1).replace(/\.[^.]+$/, '')
  const title = textOf(snapshot.frontMatter, ['title']) || name
  const language = textOf(snapshot.frontMatter, ['lang', 'language', 'locale'])
  return {
    page,
    title,
    language: /^[a-z]{2,8}(?:-[a-z0-9]{1,8})*$/i.test(language) ? language : 'en',
    fileName: name,
  }
}

function textOf(frontMatter: FrontMatter, keys: readonly string[]): string {
  if (frontMatter.kind !== 'fields') return ''
  const value = frontMatter.fields.find(({ key }) => keys.includes(key.toLowerCase()))?.value
  return value === undefined ? '' : inWords(value)
}

function inWords(value: FieldValue): string {
  if (value.kind === 'text') return value.text
  return value.kind === 'plain' && value.type !== 'null' ? value.source : ''
}

/** Opens the print dialog on the page. */
export async function printPost(app: App): Promise<void> {
  const post = await leaving(app)
  if (post !== null) await printPage(post.page, post.title)
}

/** Puts the post on the clipboard with its markup. */
export async function copyPost(app: App): Promise<void> {
  const post = await leaving(app)
  if (post === null) return
  await copyRichText(await richTextOf(post.page, post.title))
  notify(app.notices, { kind: 'done', message: exportStrings.copied })
}

/** Saves the page as one HTML file: where the writer says, or as a download where the host has no dialog. */
export async function savePostAsHtml(app: App): Promise<void> {
  const post = await leaving(app)
  if (post === null) return
  const html = await exportPage(post.page, post)
  const fileName = `${post.fileName}.html`
  if (app.about.canSaveFile) await save(app, 'html', fileName, html)
  else {
    download(fileName, html, 'text/html')
    notify(app.notices, { kind: 'done', message: exportStrings.downloaded(fileName) })
  }
}

/** Saves the page as PDF: through the host, or through the browser's print dialog where there is none. */
export async function savePostAsPdf(app: App): Promise<void> {
  if (!app.about.canSaveFile) {
    notify(app.notices, { kind: 'done', message: exportStrings.pdfByPrinting, stays: true })
    await printPost(app)
    return
  }
  const post = await leaving(app)
  if (post !== null) await save(app, 'pdf', `${post.fileName}.pdf`, await exportPage(post.page, post))
}

async function save(app: App, kind: 'html' | 'pdf', suggestedName: string, html: string): Promise<void> {
  const { saved } = await app.client.call('exports.save', { kind, suggestedName, html })
  if (saved !== null) notify(app.notices, { kind: 'done', message: exportStrings.saved(saved) })
}
