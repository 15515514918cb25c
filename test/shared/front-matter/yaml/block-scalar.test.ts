import { expect, test } from 'vitest'
import { setField } from '#shared/front-matter/edit'
import { changed } from '../outcome'

test.each(['\u2028', '\u2029', '\u0085', '\ufeff', '\ufffe', '\u0007'])(
  'a %j that some parsers take for a line break, drop or refuse leaves the lines of a block for double quotes',
  (character) => {
    const post = '---\nsummary: |\n  old\ntitle: A\n---\n'
    const value = { kind: 'text', text: `a${character}b` } as const
    const escape = `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`
    expect(changed(post, setField(post, ['summary'], value))).toBe(
      `---\nsummary: "a${escape}b"\ntitle: A\n---\n`,
    )
  },
)
