import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { MathDelimiter } from '#shared/contract/site-extras'
import { dollar, katexDelimiters, mathJaxDelimiters } from '#shared/site/extras/math-delimiters'
import { splitMath } from '../../../../renderer/preview/enrich/math/split-math'
import { repositoryFile } from '../../../helpers/repository-root'

type Split = (
  text: string,
  delimiters: readonly MathDelimiter[],
) => readonly { readonly type: 'text' | 'math'; readonly data: string; readonly display?: boolean }[]

// KaTeX ships it as source, which its package does not export
const { default: splitAtDelimiters }: { readonly default: Split } = await import(
  repositoryFile('node_modules/katex/contrib/auto-render/splitAtDelimiters.ts')
)

const katex = { library: 'katex', delimiters: [...katexDelimiters], environments: false } as const
const mathJax = { library: 'mathjax', delimiters: [...mathJaxDelimiters], environments: true } as const

const show = (text: string, style: Parameters<typeof splitMath>[1]) =>
  splitMath(text, style).map((part) => {
    if (part.kind === 'text') return part.text
    return part.formula.display ? [[part.formula.tex]] : [part.formula.tex]
  })

describe('a text taken apart', () => {
  test.each([
    ['a \\(x\\) b', ['a ', ['x'], ' b']],
    ['$$x$$', [[['x']]]],
    ['costs $5 or $10', ['costs $5 or $10']],
    ['\\[ {\\]} \\]', [[[' {\\]} ']]]],
    ['\\begin{align} a &= b \\end{align}', [[['\\begin{align} a &= b \\end{align}']]]],
    ['open \\( never', ['open \\( never']],
    ['open $$ never \\(x\\)', ['open $$ never \\(x\\)']],
  ])('%s as KaTeX’ auto-render does it', (text, parts) => {
    expect(show(text, katex)).toEqual(parts)
  })

  test.each([
    ['\\begin{foo}x\\end{foo}', [[['\\begin{foo}x\\end{foo}']]]],
    ['open $$ never \\(x\\)', ['open $$ never ', ['x']]],
    ['\\$$x$$', ['\\$$x$$']],
    ['\\\\(no\\\\)', ['\\\\(no\\\\)']],
  ])('%s as MathJax does it', (text, parts) => {
    expect(show(text, mathJax)).toEqual(parts)
  })

  test('a dollar begins a formula only where the site says so', () => {
    expect(show('$x$', { ...katex, delimiters: [...katexDelimiters, dollar] })).toEqual([['x']])
    expect(show('$$x$$ $y$', { ...katex, delimiters: [...katexDelimiters, dollar] })).toEqual([
      [['x']],
      ' ',
      ['y'],
    ])
  })

  test('is what KaTeX’ own code makes of it, whatever it is', () => {
    const delimiters = [...katexDelimiters, dollar]
    const word = fc.constantFrom(
      '$',
      '$$',
      '\\(',
      '\\)',
      '\\[',
      '\\]',
      '{',
      '}',
      '\\',
      'x',
      ' ',
      '\\begin{align}',
      '\\end{align}',
      '\n',
    )
    fc.assert(
      fc.property(fc.array(word, { maxLength: 14 }), (words) => {
        const text = words.join('')
        const expected = splitAtDelimiters(text, delimiters).map((part) =>
          part.type === 'text' ? part.data : part.display ? [[part.data]] : [part.data],
        )
        // KaTeX hands out the rest in one more piece where it gives up
        const joined = expected.reduce<unknown[]>((all, part) => {
          const last = all.at(-1)
          if (typeof part === 'string' && typeof last === 'string') all[all.length - 1] = last + part
          else all.push(part)
          return all
        }, [])
        expect(show(text, { ...katex, delimiters })).toEqual(joined)
      }),
      { numRuns: 3000 },
    )
  })

  test('loses nothing, and takes no time', () => {
    const long = `${'$$ { \\begin{x} \\( '.repeat(20_000)}`
    const startedAt = performance.now()
    const parts = splitMath(long, mathJax)
    expect(parts.map((part) => (part.kind === 'text' ? part.text : part.source)).join('')).toBe(long)
    expect(performance.now() - startedAt).toBeLessThan(2000)
  })
})
