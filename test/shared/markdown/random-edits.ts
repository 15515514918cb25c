import fc from 'fast-check'
import type { TextChange } from '#shared/text/text-change'
import { engblogPosts, flavourCases, specificationExamples } from './fixtures'

/** Pieces of text that open, close or turn something in Markdown. */
const pieces = [
  ...['\n', '\n\n', '\r\n', '\r', '    ', '  ', '\t', ' ', 'x', 'two words', '\0'],
  ...['`', '```\n', '~~~\n', '> ', '- ', '1. ', '# ', '---\n', '===\n', '|', '|---|\n', '[ ] ', '\\'],
  ...['[a]: /x\n', '[a]', '[^1]', '[^1]: note\n', '![', '](u "t")', '"', "'", '(', ')', '*', '**', '_', '~~'],
  ...[
    '<div>',
    '</div>\n',
    '<!--',
    '-->',
    '<p>',
    '<a href="',
    '">',
    '<script>',
    '</script>',
    '<?',
    '?>',
    '<hr>',
  ],
  ...['*[x]: y\n', '\n: ', '{: .c #d}', '{#e}', '<div markdown="1">\n', '|a|b|\n', '> [!NOTE]\n'],
  ...['<pre>', '</pre>\n', '&amp;', 'https://example.org/a_b.', 'www.example.org'],
]

const cases = flavourCases('cmark-gfm').map(({ markdown }) => markdown)

/** A document in which the cases stand together and meet. */
export const documents: fc.Arbitrary<string> = fc
  .array(fc.constantFrom(...cases), { minLength: 1, maxLength: 6 })
  .map((parts) => parts.join('\n'))

const examples = specificationExamples()

/** A document in which examples of the CommonMark specification stand together and meet. */
export const exampleDocuments: fc.Arbitrary<string> = fc
  .array(fc.constantFrom(...examples), { minLength: 1, maxLength: 12 })
  .chain((parts) => fc.constantFrom('', '\n', '\n\n').map((border) => parts.join(border)))

const posts = engblogPosts().map(({ markdown }) => markdown)

/** A real post, or two one after the other. */
export const postDocuments: fc.Arbitrary<string> = fc
  .array(fc.constantFrom(...posts), { minLength: 1, maxLength: 2 })
  .map((parts) => parts.join('\n\n'))

/** A small document made of nothing but what means something. */
export const denseDocuments: fc.Arbitrary<string> = fc
  .array(fc.constantFrom(...pieces), { maxLength: 40 })
  .map((parts) => parts.join(''))

/** Where an edit begins and ends as shares of the text's length, and what it puts in. */
export type EditPlan = { readonly at: number; readonly length: number; readonly insert: string }

/** A plan for an edit: typing mostly, deleting and replacing sometimes. */
export const editPlans: fc.Arbitrary<EditPlan> = fc.record({
  at: fc.double({ min: 0, max: 1, noNaN: true }),
  length: fc.oneof({ weight: 3, arbitrary: fc.constant(0) }, { weight: 1, arbitrary: fc.nat(60) }),
  insert: fc.oneof(
    { weight: 6, arbitrary: fc.constantFrom(...pieces) },
    { weight: 1, arbitrary: fc.constant('') },
    { weight: 1, arbitrary: fc.constantFrom(...cases).map((text) => text.slice(0, 200)) },
  ),
})

/** The plan as a change of `text`. */
export function toChange({ at, length, insert }: EditPlan, text: string): TextChange {
  const from = Math.round(at * text.length)
  return { from, to: Math.min(text.length, from + length), insert }
}
