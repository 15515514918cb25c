import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { flavourIds } from '#shared/markdown/flavours/flavour'
import type { FlavourOrSetup } from '#shared/markdown/flavours/setup'
import { createIncrementalRenderer, type IncrementalRenderer } from '#shared/markdown/incremental'
import { renderBody } from '#shared/markdown/render'
import { applyTextChanges, type TextChange } from '#shared/text/text-change'
import { fuzzRuns } from '../../helpers/fuzz-budget'
import {
  denseDocuments,
  documents,
  editPlans,
  exampleDocuments,
  postDocuments,
  toChange,
} from './random-edits'
import { targetedEdits, targetedSequences } from './targeted-edits'

/** Applies an edit and checks everything that `apply` promises. */
function expectExact(
  renderer: IncrementalRenderer,
  changes: readonly TextChange[],
  flavour: FlavourOrSetup,
): void {
  const before = [...renderer.units]
  const body = applyTextChanges(renderer.body, changes)
  const patch = renderer.apply(changes, body)
  expect(renderer.html()).toBe(renderBody(body, flavour))
  expect(renderer.body).toBe(body)
  expect(renderer.units.reduce((sum, unit) => sum + unit.length, 0)).toBe(body.length)
  const patched = before.toSpliced(patch.from, patch.removed, ...patch.added)
  for (const index of patch.changed) patched.splice(index, 1, ...renderer.units.slice(index, index + 1))
  expect(patched).toEqual(renderer.units)
}

describe.each(flavourIds)('%s: an edit gives what rendering anew gives', (flavour) => {
  test.each(targetedEdits)('$name', ({ before, change }) => {
    const renderer = createIncrementalRenderer(before, flavour)
    const undo = {
      from: change.from,
      to: change.from + change.insert.length,
      insert: before.slice(change.from, change.to),
    }
    expectExact(renderer, [change], flavour)
    expectExact(renderer, [undo], flavour)
  })

  test.each(targetedSequences)('$name', ({ before, changes }) => {
    const renderer = createIncrementalRenderer(before, flavour)
    for (const change of changes) expectExact(renderer, [change], flavour)
  })

  test.each([
    ['cases that meet', documents, fuzzRuns(50, 300)],
    ['text dense with markup', denseDocuments, fuzzRuns(200, 1250)],
    ['examples of the specification', exampleDocuments, fuzzRuns(40, 300)],
    ['real posts', postDocuments, fuzzRuns(2, 40)],
  ] as const)(
    'random edits of %s',
    (_what, texts, numRuns) => {
      fc.assert(
        fc.property(texts, fc.array(editPlans, { minLength: 4, maxLength: 12 }), (text, plans) => {
          const renderer = createIncrementalRenderer(text, flavour)
          for (const plan of plans) expectExact(renderer, [toChange(plan, renderer.body)], flavour)
        }),
        { numRuns },
      )
    },
    fuzzRuns(120_000, 3_000_000),
  )

  test('several changes at once', () => {
    fc.assert(
      fc.property(documents, editPlans, editPlans, (text, one, other) => {
        const renderer = createIncrementalRenderer(text, flavour)
        const changes = [toChange(one, text), toChange(other, text)].sort((a, b) => a.from - b.from)
        fc.pre((changes[0]?.to ?? 0) <= (changes[1]?.from ?? 0))
        expectExact(renderer, changes, flavour)
      }),
      { numRuns: 40 },
    )
  }, 60_000)

  test('typing a whole text, character by character', () => {
    const text =
      '# Title\n\nA [link][a] and a note[^1].\n\n- one\n- two\n\n[a]: /x "t"\n[^1]: Note\n\n```js\nx\n```\n'
    const renderer = createIncrementalRenderer('', flavour)
    for (const [from, insert] of [...text].entries())
      expectExact(renderer, [{ from, to: from, insert }], flavour)
  })
})

const setups: readonly FlavourOrSetup[] = [
  { flavour: 'cmark-gfm', options: { alerts: true } },
  { flavour: 'hugo', options: { passthrough: { block: [['|', '|']], inline: [['(', ')']] }, tables: false } },
  { flavour: 'hugo-unsafe', options: { blockAttributes: true } },
  { flavour: 'jekyll', options: { gfm: false, hardWrap: true } },
  { flavour: 'jekyll', options: { parseBlockHtml: true, tocLevels: [2], headerOffset: 1 } },
  { flavour: 'hexo', options: { gfm: false, smartypants: false, anchorAlias: true } },
  { flavour: 'astro', options: { docusaurus: true, mdx: true, smartypants: false } },
  { flavour: 'python-markdown', options: { extensions: ['abbr', 'def_list', 'nl2br', 'md_in_html'] } },
  {
    flavour: 'python-markdown-extra',
    options: { extensions: ['toc', 'admonition', 'fenced_code', 'attr_list'] },
  },
]

describe.each(setups)('%j: an edit gives what rendering anew gives', (setup) => {
  test('random edits of text dense with markup', () => {
    fc.assert(
      fc.property(denseDocuments, fc.array(editPlans, { minLength: 4, maxLength: 8 }), (text, plans) => {
        const renderer = createIncrementalRenderer(text, setup)
        for (const plan of plans) expectExact(renderer, [toChange(plan, renderer.body)], setup)
      }),
      { numRuns: 100 },
    )
  }, 60_000)
})

describe('an edit renders no more than it touches', () => {
  const body = Array.from({ length: 400 }, (_, index) => `Paragraph ${index} with *words*.\n\n`).join('')

  test.each(flavourIds)('%s: a character in the middle makes one unit anew', (flavour) => {
    const renderer = createIncrementalRenderer(body, flavour)
    const from = body.indexOf('Paragraph 200')
    const change = { from, to: from, insert: 'x' }
    const patch = renderer.apply([change], applyTextChanges(body, [change]))
    expect(patch).toMatchObject({ from: 200, removed: 1, changed: [] })
    expect(patch.added.map((unit) => unit.html.trim())).toEqual([
      '<p>xParagraph 200 with <em>words</em>.</p>',
    ])
  })

  test.each(flavourIds)(
    '%s: a definition makes the blocks that use it anew, wherever they stand',
    (flavour) => {
      const text = `[far][a]\n\n${body}[a]: /old\n`
      const renderer = createIncrementalRenderer(text, flavour)
      const from = text.indexOf('old')
      const change = { from, to: from + 3, insert: 'new' }
      const patch = renderer.apply([change], applyTextChanges(text, [change]))
      expect(patch.changed).toEqual([0])
      expect(renderer.units[0]?.html).toContain('href="/new"')
    },
  )

  test.each(flavourIds)('%s: units keep their keys while their source stays', (flavour) => {
    const renderer = createIncrementalRenderer(body, flavour)
    const keys = renderer.units.map((unit) => unit.key)
    renderer.apply([{ from: 0, to: 0, insert: 'New.\n\n' }], `New.\n\n${body}`)
    expect(renderer.units.slice(1).map((unit) => unit.key)).toEqual(keys)
  })
})

test('changes that do not lead to the text are refused, and nothing has changed', () => {
  const renderer = createIncrementalRenderer('one', 'cmark-gfm')
  expect(() => renderer.apply([{ from: 0, to: 0, insert: 'x' }], 'one more')).toThrow(RangeError)
  expect(renderer.body).toBe('one')
  expect(renderer.html()).toBe('<p>one</p>\n')
})

test('units tell how many lines of source they stand for', () => {
  const renderer = createIncrementalRenderer('# One\n\ntwo\r\nthree\r\n\r\n\n- four', 'cmark-gfm')
  expect(renderer.units.map((unit) => unit.lineBreaks)).toEqual([2, 4, 0, 0])
})
