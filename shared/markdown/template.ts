/** A heading in a table of contents: its level from 1, and its HTML without links. */
export type ContentsEntry = { readonly level: number; readonly html: string }

/** A heading with the id that it got. */
export type NamedHeading = ContentsEntry & { readonly id: string }

/** Which quotation marks are counted together. */
export type QuoteKind = 'single' | 'double'

/** A place in a block's HTML whose content depends on the whole document. */
export type Mark =
  /** The number of a footnote's reference, or the links from a footnote back to its references. */
  | { readonly kind: 'reference' | 'backlinks'; readonly label: string }
  /**
   * A heading's id, to stand between quotes, or the whole attribute with a space before it, which is left out where the id is empty.
   * `text` is what the id is made from; a reference in it counts as its number. An explicit id is the writer's own. `entry` is the
   * heading as a table of contents shows it.
   */
  | {
      readonly kind: 'heading-id'
      readonly text: Template
      readonly isExplicit: boolean
      readonly isAttribute?: true
      readonly entry?: ContentsEntry
    }
  /** A table of contents of all headings that have an entry. */
  | { readonly kind: 'contents'; readonly write: (headings: readonly NamedHeading[]) => string }
  /** Nothing is shown: from here on so many more quotation marks are open, whichever block they stand in. */
  | { readonly kind: 'open-quotes'; readonly quote: QuoteKind; readonly count: number }
  /** A quotation mark that closes one which an earlier block left open, else it is the character as it was typed. */
  | {
      readonly kind: 'closing-quote'
      readonly quote: QuoteKind
      readonly closed: string
      readonly text: string
    }
  /** The id that the heading before this place got, once more. */
  | { readonly kind: 'same-heading-id' }

/** HTML with the places that are filled once the whole document is numbered. */
export type Template = readonly (string | Mark)[]

/** The template of a block that shows nothing. */
export const emptyTemplate: Template = []

/**
 * Lets a renderer that builds strings leave marks behind: `place` gives a stand-in to write into the string, `finish` turns the
 * string into a template. The stand-in holds NUL, which no flavour lets through from the source.
 */
export class MarkSheet {
  private readonly marks: Mark[] = []

  /** A stand-in for `mark`; may be written more than once. */
  place(mark: Mark): string {
    this.marks.push(mark)
    return `\0${this.marks.length - 1}\0`
  }

  /** `html` with its stand-ins as marks. */
  finish(html: string): Template {
    if (this.marks.length === 0) return html === '' ? emptyTemplate : [html]
    const parts: (string | Mark)[] = []
    for (const [index, part] of html.split('\0').entries()) {
      const mark = index % 2 === 1 ? this.marks[Number(part)] : undefined
      if (mark !== undefined) parts.push(mark)
      else if (part !== '') parts.push(part)
    }
    return parts
  }
}

/** The marks of `template` in order. */
export function marksOf(template: Template): readonly Mark[] {
  return template.filter((part) => typeof part !== 'string')
}

/** `template` as HTML, each mark as `fill` writes it. */
export function fillTemplate(template: Template, fill: (mark: Mark) => string): string {
  let html = ''
  for (const part of template) html += typeof part === 'string' ? part : fill(part)
  return html
}
