import { expect, test } from 'vitest'
import { appendToList, setField } from '#shared/front-matter/edit'
import { changed } from '../outcome'

test.each(['\u2028', '\u2029', '\u0085', '\ufeff', '\ufffe', '\u0007'])(
  'a %j that some parsers take for a line break, drop or refuse leaves the lines of a block for double quotes',
  (character) => {
    const post = '---\nsummary: |\n  old\ntitle: A\n---\n'
    const value = { kind: 'text', text: `a${character}b` } as const
    const escaped = `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`
    expect(changed(post, setField(post, ['summary'], value))).toBe(
      `---\nsummary: "a${escaped}b"\ntitle: A\n---\n`,
    )
  },
)

test("a question mark within brackets gets quotes, since Python's own parser ends the value there", () => {
  const post = '---\ntags: [a]\n---\n'
  expect(changed(post, appendToList(post, ['tags'], 'who ? me'))).toBe('---\ntags: [a, "who ? me"]\n---\n')
})
