import fc from 'fast-check'
import { expect, test } from 'vitest'
import { NodeStash } from '#shared/markdown/flavours/python-markdown/inline/node-stash'
import { codeSpan } from '#shared/markdown/flavours/python-markdown/inline/text-rules'
import { RawHtmlStash } from '#shared/markdown/flavours/python-markdown/stash'
import { pythonMarkdownDefaults, syntaxOf } from '#shared/markdown/flavours/python-markdown/syntax'
import { MarkSheet } from '#shared/markdown/template'

// Python-Markdown 3.4 inlinepatterns.py, BACKTICK_RE: right, but it takes minutes for some texts
const oracle = /(?:(?<!\\)((?:\\{2})+)(?=`+)|(?<!\\)(`+)(.+?)(?<!`)\2(?!`))/s

type Found = { readonly start: number; readonly end: number; readonly code: string | null }

function firstByOracle(text: string): Found | null {
  const match = oracle.exec(text)
  return match && { start: match.index, end: match.index + match[0].length, code: match[3]?.trim() ?? null }
}

function firstByRule(text: string): Found | null {
  const labels = { reference: () => undefined, hasFootnote: () => false, abbreviations: () => new Map() }
  const context = {
    labels,
    marks: new MarkSheet(),
    rawHtml: new RawHtmlStash('t'),
    nodes: new NodeStash(),
    syntax: syntaxOf(pythonMarkdownDefaults),
  }
  let from = 0
  for (;;) {
    codeSpan.pattern.lastIndex = from
    const match = codeSpan.pattern.exec(text)
    if (match === null) return null
    const result = codeSpan.handle(match, text, context)
    if (result?.kind === 'replace') {
      const code = typeof result.node === 'string' ? null : result.node.text
      return { start: result.start, end: result.end, code }
    }
    from = result?.end ?? match.index + 1
  }
}

test('code is found where Python-Markdown’s own expression finds it', () => {
  const texts = fc.array(fc.constantFrom('`', '``', '```', 'a', ' ', '\\', '\\\\', '\n'), { maxLength: 14 })
  fc.assert(
    fc.property(texts, (parts) => {
      const text = parts.join('')
      expect(firstByRule(text)).toEqual(firstByOracle(text))
    }),
    { numRuns: 2000 },
  )
})
