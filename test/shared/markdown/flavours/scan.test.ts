import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { ScannedBlock } from '#shared/markdown/dialect'
import { createParser } from '#shared/markdown/flavours/cmark-gfm/parser'
import { dialectOf } from '#shared/markdown/flavours/dialects'
import { flavourIds } from '#shared/markdown/flavours/flavour'
import { BlockParser } from '#shared/markdown/flavours/python-markdown/blocks/block-parser'
import { Element } from '#shared/markdown/flavours/python-markdown/element'
import { scanSegments } from '#shared/markdown/flavours/python-markdown/segments'
import { pythonMarkdownDefaults, syntaxOf } from '#shared/markdown/flavours/python-markdown/syntax'
import { renderBody } from '#shared/markdown/render'
import { denseDocuments, documents } from '../random-edits'

type Place = Pick<ScannedBlock<unknown>, 'start' | 'end' | 'kind'>

function all<Parsed>(blocks: Iterator<ScannedBlock<Parsed>>): ScannedBlock<Parsed>[] {
  const found: ScannedBlock<Parsed>[] = []
  for (let next = blocks.next(); !next.done; next = blocks.next()) found.push(next.value)
  return found
}

const placeOf = ({ start, end, kind }: ScannedBlock<unknown>): Place => ({ start, end, kind })
const texts = fc.oneof(documents, denseDocuments)

describe.each(flavourIds)('%s: blocks', (flavour) => {
  const scan = (text: string, from: number): Place[] => all(dialectOf(flavour).scan(text, from)).map(placeOf)

  test('cover the text without gaps', () => {
    fc.assert(
      fc.property(texts, (text) => {
        const blocks = scan(text, 0)
        expect(blocks.map(({ start }) => start)).toEqual(
          [0, ...blocks.map(({ end }) => end)].slice(0, blocks.length),
        )
        expect(blocks.at(-1)?.end ?? 0).toBe(text.length)
      }),
      { numRuns: 100 },
    )
  })

  test('are the same wherever the scan begins', () => {
    fc.assert(
      fc.property(texts, (text) => {
        const blocks = scan(text, 0)
        for (const [index, { end }] of blocks.entries()) {
          if (end < text.length) expect(scan(text, end)).toEqual(blocks.slice(index + 1))
        }
      }),
      { numRuns: 60 },
    )
  })

  test('do not change by what stands beyond their reach', () => {
    fc.assert(
      fc.property(texts, texts, (text, other) => {
        for (const { start, end, reach, kind } of all(dialectOf(flavour).scan(text, 0))) {
          if (reach >= text.length) continue
          const changed = scan(text.slice(0, reach) + other, start)[0]
          expect(changed).toEqual({ start, end, kind })
        }
      }),
      { numRuns: 60 },
    )
  })
})

test('cmark-gfm: block by block is what markdown-it makes of the whole', () => {
  const parser = createParser()
  fc.assert(
    fc.property(texts, (text) => {
      fc.pre(!text.includes('[^'))
      expect(renderBody(text, 'cmark-gfm')).toBe(parser.render(text))
    }),
    { numRuns: 200 },
  )
})

const linesThatMerge = [
  '- a',
  '* b',
  '1. c',
  '> q',
  '    code',
  'text',
  '# h',
  '[a]: /x',
  '[^n]: note',
  '---',
  '        deep',
]

function outline(element: Element): string {
  return `${element.tag}(${element.text.trim()}${element.children.map((child) => outline(child) + child.tail.trim()).join('')})`
}

const syntax = syntaxOf(pythonMarkdownDefaults)

test('python-markdown: segments together are the tree that the whole text gives', () => {
  const blocks = fc.array(fc.array(fc.constantFrom(...linesThatMerge), { minLength: 1, maxLength: 3 }), {
    maxLength: 12,
  })
  fc.assert(
    fc.property(blocks, fc.constantFrom('\n\n', '\n\n\n', '\n\n\n\n'), (lines, gap) => {
      const text = lines.map((block) => block.join('\n')).join(gap)
      const whole = new Element('div')
      new BlockParser().parseChunk(whole, `${text}\n\n`)
      const parts = all(scanSegments(text, 0, syntax)).flatMap(({ parsed }) => parsed.root.children)
      expect(parts.map(outline)).toEqual(whole.children.map(outline))
    }),
    { numRuns: 500 },
  )
})
