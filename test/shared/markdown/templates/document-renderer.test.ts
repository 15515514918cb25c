import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { FlavourId } from '#shared/markdown/flavours/flavour'
import {
  createDocumentRenderer,
  type DocumentRenderer,
  renderDocument,
  type TemplateValues,
} from '#shared/markdown/templates/document-renderer'
import { applyTextChanges, type TextChange } from '#shared/text/text-change'
import { editPlans, toChange } from '../random-edits'
import { templateDocuments, templatePieces, templateValues } from './template-documents'

const flavours: readonly FlavourId[] = ['jekyll', 'eleventy', 'hugo-unsafe', 'hexo']

/** Applies an edit and checks everything that `apply` promises. */
function expectExact(
  renderer: DocumentRenderer,
  changes: readonly TextChange[],
  flavour: FlavourId,
  values: TemplateValues,
): void {
  const before = [...renderer.units]
  const body = applyTextChanges(renderer.body, changes)
  const patch = renderer.apply(changes, body)
  const anew = createDocumentRenderer(body, flavour, values)
  expect(renderer.html()).toBe(anew.html())
  expect(renderer.stops).toEqual(anew.stops)
  expect(renderer.body).toBe(body)
  expect(renderer.units.reduce((sum, unit) => sum + unit.length, 0)).toBe(body.length)
  const breaks = body.match(/\r\n?|\n/g)?.length ?? 0
  expect(renderer.units.reduce((sum, unit) => sum + unit.lineBreaks, 0)).toBe(breaks)
  const patched = before.toSpliced(patch.from, patch.removed, ...patch.added)
  for (const index of patch.changed) patched.splice(index, 1, ...renderer.units.slice(index, index + 1))
  expect(patched).toEqual(renderer.units)
}

describe.each(flavours)('%s: an edit of a text with tags gives what rendering anew gives', (flavour) => {
  test('random edits', () => {
    const plans = fc.array(
      fc.oneof(
        editPlans,
        fc.record({
          at: fc.double({ min: 0, max: 1, noNaN: true }),
          length: fc.nat(4),
          insert: fc.constantFrom(...templatePieces(flavour)),
        }),
      ),
      { minLength: 4, maxLength: 12 },
    )
    fc.assert(
      fc.property(templateDocuments(flavour), plans, (text, edits) => {
        const values = templateValues(flavour)
        const renderer = createDocumentRenderer(text, flavour, values)
        for (const plan of edits) expectExact(renderer, [toChange(plan, renderer.body)], flavour, values)
      }),
      { numRuns: 25 },
    )
  }, 120_000)

  test('other values', () => {
    fc.assert(
      fc.property(templateDocuments(flavour), (text) => {
        const renderer = createDocumentRenderer(text, flavour)
        renderer.setValues(templateValues(flavour))
        expect(renderer.html()).toBe(createDocumentRenderer(text, flavour, templateValues(flavour)).html())
      }),
      { numRuns: 20 },
    )
  }, 60_000)
})

test('a unit tells the lines of the source that it comes from, not those of what its tags became', () => {
  const text =
    '{% comment %}\nfour\nlines\n{% endcomment %}\n\nOne.\n\n{% for i in (1..3) %}\n* {{ i }}\n{% endfor %}\n\nTwo.\n'
  const { units } = createDocumentRenderer(text, 'jekyll')
  const lineOf = (words: string): number => {
    const index = units.findIndex(({ html }) => html.includes(words))
    return units.slice(0, index).reduce((sum, { lineBreaks }) => sum + lineBreaks, 0)
  }
  expect(lineOf('Two.')).toBe(11)
  expect(lineOf('<li>')).toBeGreaterThanOrEqual(7)
  expect(lineOf('<li>')).toBeLessThanOrEqual(9)
})

test('changes that do not lead to the text are refused, and nothing has changed', () => {
  const renderer = createDocumentRenderer('{{ 1 }}', 'jekyll')
  expect(() => renderer.apply([{ from: 0, to: 0, insert: 'x' }], 'other')).toThrow(RangeError)
  expect(renderer.body).toBe('{{ 1 }}')
  expect(renderer.html()).toContain('<p>1</p>')
})

test('a text without tags is rendered as it is, by the units of the renderer below', () => {
  const renderer = createDocumentRenderer('One.\n\nTwo.\n', 'jekyll')
  const patch = renderer.apply([{ from: 0, to: 3, insert: 'Three' }], 'Three.\n\nTwo.\n')
  expect(patch).toMatchObject({ from: 0, removed: 1, changed: [] })
})

describe('an edit renders no more than it touches', () => {
  const body = `{% assign a = 1 %}${Array.from({ length: 200 }, (_, index) => `Paragraph ${index} {{ a }}.\n\n`).join('')}`

  test('a character in the middle makes one unit anew', () => {
    const renderer = createDocumentRenderer(body, 'jekyll')
    const from = body.indexOf('Paragraph 100')
    const change = { from, to: from, insert: 'x' }
    const patch = renderer.apply([change], applyTextChanges(body, [change]))
    expect(patch).toMatchObject({ from: 100, removed: 1, changed: [] })
    expect(patch.added.map(({ html }) => html)).toEqual(['<p>xParagraph 100 1.</p>\n\n'])
  })

  test('a box above leaves those below as they are', () => {
    const text = `Top.\n\n${Array.from({ length: 20 }, () => '{% nope %}\n\n').join('')}`
    const renderer = createDocumentRenderer(text, 'jekyll')
    const change = { from: 0, to: 0, insert: '{% other %}\n\n' }
    const patch = renderer.apply([change], applyTextChanges(text, [change]))
    expect(patch).toMatchObject({ from: 0, removed: 0, changed: [] })
    expect(patch.added).toHaveLength(1)
  })
})

test('where the build would stop, the text is as Markdown alone makes it, and the reason is told', () => {
  const { html, stops } = renderDocument('Hi {{ "a" | upcase }}.\n\n{% nope 1 %}\n', 'jekyll')
  expect(html).toContain('<p>{% nope 1 %}</p>')
  expect(stops).toEqual([{ at: 24, message: 'unknown tag “nope”' }])
})
