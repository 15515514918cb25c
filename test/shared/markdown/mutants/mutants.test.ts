import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { FlavourId } from '#shared/markdown/flavours/flavour'
import { renderBody } from '#shared/markdown/render'
import { applyTextChanges, type TextChange } from '#shared/text/text-change'
import { denseDocuments, documents, editPlans, toChange } from '../random-edits'
import { targetedEdits, targetedSequences } from '../targeted-edits'
import { type Engine, loadEngine } from './load-engine'
import { mutants } from './mutants'

/** What finds each mutant must be found again in every run. */
const seed = 20_260_101
const randomTexts = 40

/** One flavour of each kind of parser, and the one that looks furthest. */
const unlike: readonly FlavourId[] = ['cmark-gfm', 'hexo', 'jekyll', 'python-markdown']

type Trial = { readonly text: string; readonly changes: readonly TextChange[] }

function targetedTrials(): readonly Trial[] {
  const sequences = targetedSequences.map(({ before, changes }) => ({ text: before, changes }))
  const single = targetedEdits.map(({ before, change }) => {
    const undo = {
      from: change.from,
      to: change.from + change.insert.length,
      insert: before.slice(change.from, change.to),
    }
    return { text: before, changes: [change, undo] }
  })
  return [...single, ...sequences]
}

function randomTrials(): readonly Trial[] {
  const texts = fc.oneof(documents, denseDocuments)
  const drawn = fc.sample(fc.tuple(texts, fc.array(editPlans, { minLength: 8, maxLength: 8 })), {
    seed,
    numRuns: randomTexts,
  })
  return drawn.map(([text, plans]) => {
    const changes: TextChange[] = []
    let body = text
    for (const plan of plans) {
      const change = toChange(plan, body)
      changes.push(change)
      body = applyTextChanges(body, [change])
    }
    return { text, changes }
  })
}

const trials = [...targetedTrials(), ...randomTrials()]

const rendered = new Map<string, string>()

/** What the engine as it is makes of a text, once for all mutants. */
function truth(body: string, flavour: FlavourId): string {
  const key = `${flavour} ${body}`
  const html = rendered.get(key) ?? renderBody(body, flavour)
  rendered.set(key, html)
  return html
}

/** Whether the engine renders something otherwise than the unaltered one renders the whole text, or breaks. */
function isFoundOut(engine: Engine, { text, changes }: Trial, flavour: FlavourId): boolean {
  try {
    const renderer = engine.createIncrementalRenderer(text, flavour)
    if (renderer.html() !== truth(text, flavour)) return true
    return changes.some((change) => {
      const body = applyTextChanges(renderer.body, [change])
      renderer.apply([change], body)
      return renderer.html() !== truth(body, flavour)
    })
  } catch {
    // an engine that throws where ours does not has been found out as well
    return true
  }
}

test.each(mutants)(
  'an engine that $name is found out',
  async (mutant) => {
    const engine = await loadEngine(mutant)
    const found = trials.some((trial) => unlike.some((flavour) => isFoundOut(engine, trial, flavour)))
    expect(found).toBe(true)
  },
  120_000,
)

test('the engine as it is is not found out', async () => {
  const [first] = mutants
  if (first === undefined) throw new Error('there are no mutants')
  const engine = await loadEngine({ ...first, replace: first.find })
  for (const trial of trials.slice(-30)) {
    for (const flavour of unlike) expect(isFoundOut(engine, trial, flavour)).toBe(false)
  }
}, 120_000)
