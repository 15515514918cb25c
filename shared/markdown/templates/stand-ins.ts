/** How stand-ins look to Markdown: as a word, or as a comment that makes a block of its own at the beginning of a line. */
export type StandInShape = 'word' | 'comment'

// letters and digits alone: no flavour splits such a word, links it or makes its quotes curly
const word = (id: number): string => `GALLEYTAG${id}GALLEY`
const comment = (id: number): string => `<!--galley\uFFFC${id}-->`
// a comment behind a backslash is text, and may have become a dash
const anyStandIn =
  /GALLEYTAG(\d+)GALLEY|(?:<|&lt;)?!(?:--|[–—])galley(?:\uFFFC|%EF%BF%BC)(\d+)(?:--|[–—])(?:>|&gt;)?/gi
const marker = /galleytag|galley(?:\uFFFC|%EF%BF%BC)/i

/**
 * HTML that is to be put in once Markdown has run, each under a stand-in. The same HTML has the same stand-in from one expansion of a
 * text to the next, so that a tag added above does not touch what stands below.
 */
export class StandIns {
  private known = new Map<string, number>()
  private next = new Map<string, number>()
  private html = new Map<number, string>()
  private count = 0

  /** Begins another expansion of the text; what only the one before used is forgotten. */
  begin(): void {
    this.known = this.next
    this.next = new Map()
    this.html = new Map()
  }

  /** What to write into the text where `html` is to stand. */
  place(html: string, shape: StandInShape): string {
    const id = this.next.get(html) ?? this.known.get(html) ?? this.count++
    this.next.set(html, id)
    this.html.set(id, html)
    return shape === 'word' ? word(id) : comment(id)
  }

  /** Whether `text` holds what may be a stand-in. */
  static mayBeIn(text: string): boolean {
    return marker.test(text)
  }

  /**
   * `html` with the HTML of all stand-ins put in. One that is a paragraph by itself takes its place where `unwraps` says so. Within a
   * tag only words are put in; an id, which shows a stand-in in lower case, goes without.
   */
  fill(html: string, { unwraps }: { readonly unwraps: boolean } = { unwraps: false }): string {
    if (!StandIns.mayBeIn(html)) return html
    let filled = ''
    let position = 0
    let isInTag = false
    for (const found of html.matchAll(anyStandIn)) {
      const end = found.index + found[0].length
      const content = this.html.get(Number(found[1] ?? found[2]))
      // a box stands alone as a paragraph does
      const isBox = content?.startsWith('<span class="galley-box"') === true
      const isWrapped =
        unwraps && !isBox && html.slice(position, found.index).endsWith('<p>') && html.startsWith('</p>', end)
      const before = html.slice(position, isWrapped ? found.index - 3 : found.index)
      filled += before
      const [opened, closed] = [before.lastIndexOf('<'), before.lastIndexOf('>')]
      if (opened !== closed) isInTag = opened > closed
      if (content === undefined) filled += found[0]
      else if (!isInTag) filled += content
      else if (found[0].startsWith('G')) filled += attributeText(content)
      position = isWrapped ? end + 4 : end
    }
    return filled + html.slice(position)
  }
}

/** What may stand in an attribute: an address or plain words, never markup. */
function attributeText(html: string): string {
  return html.includes('<') ? '' : html.trim().replaceAll('"', '&quot;')
}
