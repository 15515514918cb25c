import MarkdownIt from 'markdown-it'
import morphdom from 'morphdom'
import type { FlavourId } from '#shared/markdown/flavours/flavour'
import { createPreview, type Preview } from '../../../renderer/preview/create-preview'
import type { PostWithCaret } from './long-post'

/** A way to show Markdown: all anew into innerHTML, all anew into morphdom with `content-visibility`, or Galley's. */
export type Way = 'usual' | 'morphdom' | 'ours'

/** What the bench calls in the page. */
export type PreviewBench = {
  /** Shows a post in each of `ways`, the caret's place in view; done when all of it is there. */
  open(post: PostWithCaret, flavour: FlavourId, ways: readonly Way[]): Promise<void>
  /** Types at the caret or takes it away again, once each way; milliseconds until the page has changed and is laid out. */
  type(): Promise<Readonly<Partial<Record<Way, number>>>>
  /** Shows a text in one way; milliseconds until the first screen is laid out. Each time in a frame of its own. */
  showFirstScreen(text: string, flavour: FlavourId, way: Way): Promise<number>
}

declare global {
  interface Window {
    previewBench: PreviewBench
  }
}

const markdownIt = new MarkdownIt({ html: true })

function required<Value>(value: Value | null | undefined, what: string): Value {
  if (value === null || value === undefined) throw new Error(`${what} is missing`)
  return value
}

const frames = async (count: number): Promise<void> => {
  for (; count > 0; count--) await new Promise((resolve) => requestAnimationFrame(resolve))
}

/** A frame with the preview's page in it, added behind the others. */
async function openFrame(): Promise<HTMLIFrameElement> {
  const frame = document.createElement('iframe')
  frame.setAttribute('sandbox', 'allow-same-origin')
  frame.src = '/preview.html'
  const loaded = new Promise((resolve) => frame.addEventListener('load', resolve, { once: true }))
  document.body.append(frame)
  await loaded
  return frame
}

function bodyOf(frame: HTMLIFrameElement): HTMLElement {
  return required(frame.contentDocument?.querySelector<HTMLElement>('.galley-body'), 'the body')
}

/** Resolves when anything below `page` has changed, as soon as that is known. */
function untilChanged(page: HTMLElement): Promise<void> {
  return new Promise((resolve) => {
    const observer = new MutationObserver(() => {
      observer.disconnect()
      resolve()
    })
    observer.observe(page, { childList: true, subtree: true, characterData: true, attributes: true })
  })
}

function createOurs(frame: HTMLIFrameElement, setup: FlavourId): Preview {
  return createPreview(frame, { setup, assetUrl: () => 'data:,', openExternal: () => {} })
}

/** One way with a post open in it. */
type Open = {
  readonly body: HTMLElement
  edit(text: string, from: number, to: number, insert: string): Promise<void>
}

async function openWay(way: Way, text: string, flavour: FlavourId): Promise<Open> {
  const frame = await openFrame()
  const body = bodyOf(frame)
  if (way === 'ours') {
    const preview = createOurs(frame, flavour)
    preview.show({ title: '', byline: '', body: text })
    await preview.whenWhole()
    return {
      body,
      async edit(after, from, to, insert) {
        const changed = untilChanged(body)
        preview.update({ changes: [{ from, to, insert }], body: after })
        await changed
      },
    }
  }
  body.innerHTML = markdownIt.render(text)
  if (way === 'usual') {
    return {
      body,
      async edit(after) {
        body.innerHTML = markdownIt.render(after)
      },
    }
  }
  const style = document.createElement('style')
  style.textContent = '.galley-body > * { content-visibility: auto; contain-intrinsic-size: auto 80px }'
  frame.contentDocument?.head.append(style)
  return {
    body,
    async edit(after) {
      const next = body.cloneNode(false) as HTMLElement
      next.innerHTML = markdownIt.render(after)
      morphdom(body, next, { childrenOnly: true, onBeforeElUpdated: (old, now) => !old.isEqualNode(now) })
    },
  }
}

/** Scrolls to the block in the middle of the text, which is where benches type. */
async function scrollToMiddle({ body }: Open, marker: string): Promise<void> {
  const walker = body.ownerDocument.createTreeWalker(body, NodeFilter.SHOW_TEXT)
  let node = walker.nextNode()
  while (node !== null && !node.textContent?.includes(marker)) node = walker.nextNode()
  required(node?.parentElement, `the text ${marker}`).scrollIntoView({ block: 'center' })
  await frames(3)
  // sizes that were guessed are known now
  node?.parentElement?.scrollIntoView({ block: 'center' })
  await frames(2)
}

/** A few plain characters near the caret, by which its place is found on the page. */
function markerAt(text: string, caretAt: number): string {
  const words = [
    ...text.slice(Math.max(0, caretAt - 400), caretAt).matchAll(/[A-Za-z]+ (?:\d+|word)(?=$|[^\d\w])/g),
  ]
  return words.at(-1)?.[0] ?? 'The press ran'
}

class Bed implements PreviewBench {
  private text = ''
  private caretAt = 0
  private typed = ''
  private hasTyped = false
  private readonly open_ = new Map<Way, Open>()

  async open(
    { text, caretAt, typed }: PostWithCaret,
    flavour: FlavourId,
    ways: readonly Way[],
  ): Promise<void> {
    this.text = text
    this.caretAt = caretAt
    this.typed = typed
    for (const way of ways) {
      const open = await openWay(way, text, flavour)
      await scrollToMiddle(open, markerAt(text, caretAt))
      this.open_.set(way, open)
    }
  }

  async type(): Promise<Readonly<Partial<Record<Way, number>>>> {
    const [from, insert] = [this.caretAt, this.hasTyped ? '' : this.typed]
    const to = from + (this.hasTyped ? this.typed.length : 0)
    const after = `${this.text.slice(0, from)}${insert}${this.text.slice(to)}`
    this.text = after
    this.hasTyped = !this.hasTyped
    const taken: Partial<Record<Way, number>> = {}
    for (const [way, open] of this.open_) {
      // nobody types faster: what is left to idle moments has had one
      await new Promise((resolve) => setTimeout(resolve, 40))
      // a frame begins before it is painted: what the way before has changed is on the screen only when the next one begins
      await frames(2)
      await new Promise((resolve) => setTimeout(resolve))
      const startedAt = performance.now()
      await open.edit(after, from, to, insert)
      open.body.getBoundingClientRect()
      taken[way] = performance.now() - startedAt
    }
    return taken
  }

  async showFirstScreen(text: string, flavour: FlavourId, way: Way): Promise<number> {
    const frame = await openFrame()
    const body = bodyOf(frame)
    await frames(2)
    const startedAt = performance.now()
    if (way === 'ours') {
      const preview = createOurs(frame, flavour)
      const isFull = (): boolean => body.getBoundingClientRect().height > 2 * window.innerHeight
      preview.show({ title: '', byline: '', body: text })
      while (!isFull()) await untilChanged(body)
      const elapsed = performance.now() - startedAt
      preview.dispose()
      frame.remove()
      return elapsed
    }
    body.innerHTML = markdownIt.render(text)
    body.getBoundingClientRect()
    const elapsed = performance.now() - startedAt
    frame.remove()
    return elapsed
  }
}

window.previewBench = new Bed()
