import { describe, expect, test } from 'vitest'
import { type Random, seededRandom } from '../shared/front-matter/nasty-values'
import { randomValidToml } from '../shared/front-matter/toml/random-toml'
import { corpusPosts } from './corpus'
import { editsOf, report, type Tally } from './edits'
import { type EditToCheck, judge, missingPython } from './python'

const missing = missingPython('tomllib')
if (missing !== null) console.warn(`tomllib judges no edits: ${missing}.`)

/** Another one makes other edits. */
const seed = Number(process.env.GALLEY_FUZZ_SEED ?? 1)
const postCount = 600

function* everyEdit(random: Random, tally: Tally): Generator<EditToCheck> {
  for (const post of corpusPosts().filter(({ text }) => text.startsWith('+++'))) {
    yield* editsOf(post, 100, random, tally)
  }
  for (let index = 0; index < postCount; index++) {
    yield* editsOf({ text: `+++\n${randomValidToml(random)}+++\nBody\n`, options: {} }, 10, random, tally)
  }
}

describe.skipIf(missing !== null)(`tomllib${missing === null ? '' : ` (skipped: ${missing})`}`, () => {
  test('loads the posts after 3,000 edits, and reads what was meant', { timeout: 120_000 }, async () => {
    const tally: Tally = new Map()
    const judgement = await judge(everyEdit(seededRandom(seed), tally))
    console.log(report('tomllib', judgement, tally))
    expect(judgement.wrong.slice(0, 5)).toEqual([])
    expect(judgement.unloadableBefore).toBe(0)
    expect(judgement.checked).toBeGreaterThanOrEqual(3_000)
  })
})
