import type { Located, Refusal } from './front-matter'

type Found = Extract<Located, { kind: 'found' }>

/** What a missing closing delimiter means to the writer. */
export const unclosedMessage =
  'The front matter has no closing line. Add one, such as `---`, below its last field.'

/** A block that the form edits, or why it does not. Offsets are into the whole text. */
export function editableBlock(
  located: Located,
):
  | { readonly kind: 'editable'; readonly located: Found }
  | { readonly kind: 'refused'; readonly refusal: Refusal } {
  if (located.kind === 'none') {
    const message = 'This post has no front matter. Add a block at its top.'
    return { kind: 'refused', refusal: { reason: 'no-front-matter', message, offset: located.bodyFrom } }
  }
  if (located.kind === 'unclosed') {
    return {
      kind: 'refused',
      refusal: { reason: 'unreadable', message: unclosedMessage, offset: located.bodyFrom },
    }
  }
  return { kind: 'editable', located }
}
