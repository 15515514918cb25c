import type { FootnoteStyle } from '../../dialect'

/** For a flavour that has no footnotes. */
export const noFootnotes: FootnoteStyle = {
  order: 'first-reference',
  reference: () => '',
  backlinks: () => '',
  section: () => '',
}
