import hljs from 'highlight.js/lib/core'
import css from 'highlight.js/lib/languages/css'
import javascript from 'highlight.js/lib/languages/javascript'
import python from 'highlight.js/lib/languages/python'
import xml from 'highlight.js/lib/languages/xml'
import { describe, expect, test } from 'vitest'
import type { CodeLine } from '../../../../renderer/preview/enrich/code/code-line'
import { keepColours } from '../../../../renderer/preview/enrich/code/keep-colours'
import { languages } from '../../../../renderer/preview/enrich/code/languages'
import { readMarkup } from '../../../../renderer/preview/enrich/code/read-markup'
import { tokenClasses } from '../../../../renderer/preview/enrich/code/token-classes'

for (const [name, language] of Object.entries({ css, javascript, python, xml })) {
  hljs.registerLanguage(name, language)
}

const colour = (language: string, code: string): readonly CodeLine[] =>
  readMarkup(hljs.highlight(code, { language, ignoreIllegals: true }).value)

const textOf = (lines: readonly CodeLine[]): string =>
  lines.map((line) => line.map(([, text]) => text).join('')).join('\n')

describe('what highlight.js writes', () => {
  test('becomes lines of tokens with scopes', () => {
    expect(colour('javascript', "const a = 'b'\nrun(1)\n")).toEqual([
      [
        ['keyword', 'const'],
        ['', ' a = '],
        ['string', "'b'"],
      ],
      [
        ['title.function', 'run'],
        ['', '('],
        ['number', '1'],
        ['', ')'],
      ],
      [],
    ])
  })

  test('loses no character, whatever language is inside another', () => {
    const code =
      '<a href="x">&amp; "q" \'s\' <b></a>\n<script>\nif (a < b && c) `t`\n</script>\n<style>a{b:c}</style>'
    expect(textOf(colour('xml', code))).toBe(code)
    const tricky = '/* a\n  b */\r\nx = "<span class=\\"hljs-keyword\\">&lt;</span>"\n'
    expect(textOf(colour('javascript', tricky))).toBe(tricky)
    expect(textOf(colour('python', '"""doc\n<b>\n"""\n@d\ndef f(x): pass'))).toBe(
      '"""doc\n<b>\n"""\n@d\ndef f(x): pass',
    )
  })
})

describe('classes of tokens', () => {
  test.each([
    ['keyword', 'const', 'kd'],
    ['keyword', 'return', 'k'],
    ['string', "'a'", 's1'],
    ['string', '"a"', 's2'],
    ['string', '`a`', 'sb'],
    ['comment', '// a', 'c1'],
    ['comment', '/* a */', 'cm'],
    ['number', '12', 'mi'],
    ['number', '1.5', 'mf'],
    ['number', '0xff', 'mh'],
    ['title.function.invoke', 'f', 'nf'],
    ['title.class', 'C', 'nc'],
    ['literal', 'true', 'kc'],
    ['meta', '@decorate', 'nd'],
    ['addition', '+a', 'gi'],
  ])('%s %s is .%s in Chroma, Rouge and Pygments', (scope, text, name) => {
    expect(tokenClasses(scope, text, 'short').split(' ')[0]).toBe(name)
  })

  test('are those of the site’s highlighter, beside one of our own', () => {
    expect(tokenClasses('title.function', 'f', 'hljs')).toBe('hljs-title function_ code-name')
    expect(tokenClasses('title.class.inherited', 'f', 'hexo')).toBe('title class_ inherited__ code-type')
    expect(tokenClasses('string', 'f', 'prism')).toBe('token string code-string')
    expect(tokenClasses('no.such', 'f', 'short')).toBe('')
    expect(tokenClasses('', ' ', 'prism')).toBe('')
  })
})

describe('colours that are kept while new ones are made', () => {
  const before = colour('javascript', "const a = 'b'\nconst c = 1\nrun()\n")

  test('are those of the lines that stay', () => {
    const kept = keepColours("const a = 'b'\nconst new_ = 2\nconst c = 1\nrun()\n", [{ lines: before }])
    expect(kept).toEqual([before[0], [['', 'const new_ = 2']], before[1], before[2], before[3]])
  })

  test('reach into the line that is typed in', () => {
    const kept = keepColours("const a = 'b'\nconst c = 1 + d\nrun()\n", [{ lines: before }])
    expect(kept?.[1]).toEqual([...(before[1] ?? []), ['', ' + d']])
  })

  test('come from the most alike code', () => {
    const other = colour('javascript', 'other()\n')
    const kept = keepColours("const a = 'b'\nconst c = 1\nrun(2)\n", [{ lines: other }, { lines: before }])
    expect(kept?.[0]).toEqual(before[0])
  })

  test('are none where nothing is alike, and never change the text', () => {
    expect(keepColours('quite\nanother\ntext\n', [{ lines: before }])).toBeNull()
    for (const text of ['', 'const', "const a = 'b'", "const a = 'b'\n\nrun()\n", "const a = 'b'\nconst"]) {
      const kept = keepColours(text, [{ lines: before }])
      if (kept !== null) expect(textOf(kept)).toBe(text)
    }
  })
})

test('no two languages claim a name', () => {
  const seen = new Map<string, string>()
  const twice: string[] = []
  for (const [name, { aliases }] of Object.entries(languages)) {
    for (const alias of aliases.split(' ').filter((alias) => alias !== '')) {
      if (alias in languages || seen.has(alias))
        twice.push(`${alias}: ${seen.get(alias) ?? alias} and ${name}`)
      seen.set(alias, name)
    }
  }
  expect(twice).toEqual([])
})

test('what a language needs is there', () => {
  for (const { needs } of Object.values(languages))
    for (const name of needs) expect(languages).toHaveProperty(name)
})
