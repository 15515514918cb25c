import { describe, expect, test } from 'vitest'
import { type Random, seededRandom } from '../shared/front-matter/nasty-values'
import { randomYamlPost } from '../shared/front-matter/random-posts'
import { corpusPosts } from './corpus'
import { editsOf, report, type Tally } from './edits'
import { type EditToCheck, judge, missingPython } from './python'

const missing = missingPython('yaml')
if (missing !== null) console.warn(`PyYAML judges no edits: ${missing}.`)

/** Another one makes other edits. */
const seed = Number(process.env.GALLEY_FUZZ_SEED ?? 1)

/** So many that, without those that are refused and those of posts that PyYAML could not load before, 20,000 are left. */
const editCount = 34_000
const editsInARow = 10

function* everyEdit(random: Random, tally: Tally): Generator<EditToCheck> {
  const corpus = corpusPosts().filter(({ text }) => !text.startsWith('+++'))
  for (let index = 0; index < editCount / editsInARow; index++) {
    const post = index % 3 === 0 ? corpus[(index / 3) % corpus.length] : undefined
    yield* editsOf(post ?? randomYamlPost(random), editsInARow, random, tally)
  }
}

/** PyYAML's parser in C is quick; the slow one, in Python itself, is asked now and then. */
function* withSomePure(edits: Iterable<EditToCheck>): Generator<EditToCheck> {
  let index = 0
  for (const edit of edits) yield { ...edit, pure: index++ % 25 === 0 }
}

describe.skipIf(missing !== null)(`PyYAML${missing === null ? '' : ` (skipped: ${missing})`}`, () => {
  test('loads the posts after 20,000 edits, and reads what was meant', { timeout: 300_000 }, async () => {
    const tally: Tally = new Map()
    const judgement = await judge(withSomePure(everyEdit(seededRandom(seed), tally)))
    console.log(report('PyYAML', judgement, tally))
    expect(judgement.wrong.slice(0, 5)).toEqual([])
    expect(judgement.checked).toBeGreaterThanOrEqual(20_000)
  })
})
