import MarkdownIt from 'markdown-it'
import type { FlavourId } from '#shared/markdown/flavours/flavour'
import { createPreview, type Preview } from '../../../renderer/preview/create-preview'

/** What the bench calls in the page. */
export type PreviewBench = {
  /** Shows `text` both ways; done when the preview is complete. */
  open(text: string, flavour: FlavourId): Promise<void>
  /** Types one character into the middle, once each way; milliseconds up to and with the layout. */
  typeOneCharacter(): Promise<{ readonly usual: number; readonly ours: number }>
}

declare global {
  interface Window {
    previewBench: PreviewBench
  }
}

const markdownIt = new MarkdownIt({ html: true })

function milliseconds(work: () => void): number {
  const startedAt = performance.now()
  work()
  return performance.now() - startedAt
}

/** Like `milliseconds`, for work that the preview may have put off to a frame: then that frame counts. */
async function millisecondsUntilChanged(page: HTMLElement, work: () => void): Promise<number> {
  let hasChanged = false
  const observer = new MutationObserver(() => {
    hasChanged = true
  })
  observer.observe(page, { childList: true, subtree: true })
  const startedAt = performance.now()
  work()
  hasChanged = observer.takeRecords().length > 0
  while (!hasChanged) await new Promise((resolve) => requestAnimationFrame(resolve))
  page.getBoundingClientRect()
  const elapsed = performance.now() - startedAt
  observer.disconnect()
  return elapsed
}

function required<Value>(value: Value | null | undefined, what: string): Value {
  if (value === null || value === undefined) throw new Error(`${what} is missing`)
  return value
}

/** A second frame with the same page, for the usual way: the whole text through markdown-it into innerHTML. */
async function openUsual(frame: HTMLIFrameElement): Promise<HTMLElement> {
  const usual = frame.cloneNode() as HTMLIFrameElement
  const loaded = new Promise((resolve) => usual.addEventListener('load', resolve, { once: true }))
  frame.after(usual)
  await loaded
  return required(usual.contentDocument?.querySelector<HTMLElement>('.galley-body'), 'the second frame')
}

class Bed implements PreviewBench {
  private text = ''
  private preview: Preview | null = null
  private usual: HTMLElement | null = null
  private ours: HTMLElement | null = null

  async open(text: string, flavour: FlavourId): Promise<void> {
    const frame = required(document.querySelector('iframe'), 'the frame')
    this.text = `${text}\n\nThe end.\n`
    this.usual = await openUsual(frame)
    const preview = createPreview(frame, { setup: flavour, assetUrl: () => 'data:,', openExternal: () => {} })
    this.preview = preview
    preview.show({ title: '', byline: '', body: this.text })
    this.ours = required(frame.contentDocument?.querySelector<HTMLElement>('.galley-body'), 'the body')
    this.usual.innerHTML = markdownIt.render(this.text)
    while (!this.ours.lastElementChild?.textContent?.includes('The end.')) {
      await new Promise((resolve) => setTimeout(resolve, 20))
    }
    const middleLine = this.text.slice(0, this.middle()).split('\n').length
    preview.place.scrollToLine(middleLine)
    const usualWindow = required(this.usual.ownerDocument.defaultView, 'its window')
    usualWindow.scrollTo(0, this.usual.scrollHeight / 2)
    await new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)))
  }

  async typeOneCharacter(): Promise<{ readonly usual: number; readonly ours: number }> {
    const { preview, usual, ours } = this
    if (!preview || !usual || !ours) throw new Error('nothing is open')
    const from = this.middle()
    const body = `${this.text.slice(0, from)}x${this.text.slice(from)}`
    this.text = body
    const usualMs = milliseconds(() => {
      usual.innerHTML = markdownIt.render(body)
      usual.getBoundingClientRect()
    })
    const oursMs = await millisecondsUntilChanged(ours, () => {
      preview.update({ changes: [{ from, to: from, insert: 'x' }], body })
    })
    return { usual: usualMs, ours: oursMs }
  }

  /** Inside of a paragraph in the middle of the text. */
  private middle(): number {
    return this.text.indexOf('The press', this.text.length / 2) + 4
  }
}

window.previewBench = new Bed()
