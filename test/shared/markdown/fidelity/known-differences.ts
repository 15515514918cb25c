import type { FlavourId } from '#shared/markdown/flavours/flavour'

/** The cases that are not rendered as the generator does, by name, each with its cause: a sentence for `docs/preview-fidelity.md`. */
export const knownDifferences: Readonly<Partial<Record<FlavourId, Readonly<Record<string, string>>>>> = {
  hexo: {
    'footnotes-long':
      'Hexo finds fences before it reads any Markdown, also one inside of indented code, and puts its box with line numbers and colours there.',
    'hugo-shortcodes': 'In marked, emphasis does not end within what looks like an HTML tag.',
    'tabs-and-spaces':
      'marked counts a tab behind a list’s marker as three spaces, so that what follows belongs to another item.',
  },
}
