import { previewStrings } from '../strings/preview'
import type { FramePage } from './frame-page'
import type { StandStill } from './worker/render-client'

/** What is shown where nothing else can be: the beginning of the text, as the writer wrote it. */
export function plainText(document: Document, text: string): HTMLElement {
  const plain = document.createElement('pre')
  plain.className = 'galley-plain'
  plain.textContent = text.slice(0, plainLength)
  return plain
}

/** Of a text that could not be rendered, so many characters are shown as they are. */
const plainLength = 20_000

/** Says on the page that the preview stands still, and what to do. What was shown last stays, dimmed. */
export class StandStillNotice {
  constructor(
    private readonly page: FramePage,
    private readonly tryAgain: () => void,
  ) {}

  show(why: StandStill): void {
    const { notice, article } = this.page
    const button = this.page.document.createElement('button')
    button.type = 'button'
    button.textContent = previewStrings.tryAgain
    button.addEventListener('click', this.tryAgain)
    const words = this.page.document.createElement('p')
    words.textContent = why.kind === 'slow' ? previewStrings.tooSlow : previewStrings.broken(why.message)
    notice.replaceChildren(words, button)
    notice.hidden = false
    article.classList.add('galley-stale')
  }

  hide(): void {
    const { notice, article } = this.page
    if (notice.hidden) return
    notice.hidden = true
    notice.replaceChildren()
    article.classList.remove('galley-stale')
  }
}
