import { expect, test } from 'vitest'
import { corpus } from './corpus'
import { emptyTally, fuzzPost, type Tally } from './fuzz'
import { type Random, seededRandom } from './nasty-values'
import {
  type RandomPost,
  randomJsonPost,
  randomPelicanPost,
  randomTomlPost,
  randomYamlPost,
} from './random-posts'

/** How many edits are tried in all; the seed makes them others. */
const editCount = Number(process.env.GALLEY_FUZZ_EDITS ?? 100_000)
const seed = Number(process.env.GALLEY_FUZZ_SEED ?? 1)
const stepsPerPost = 10

test.each<readonly [string, number, (random: Random, index: number) => RandomPost]>([
  ['YAML', 0.45, randomYamlPost],
  ['posts that somebody wrote', 0.15, (_random, index) => corpus[index % corpus.length] as RandomPost],
  ['TOML', 0.2, randomTomlPost],
  ['JSON', 0.15, randomJsonPost],
  ['Pelican headers', 0.05, randomPelicanPost],
])(
  'random edits of %s change their target and nothing else, or are refused',
  (name, share, postAt) => {
    const tally = emptyTally()
    const posts = Math.round((editCount * share) / stepsPerPost)
    for (let index = 0; index < posts; index++) {
      const random = seededRandom(seed * 1_000_003 + index)
      fuzzPost(postAt(random, index), stepsPerPost, random, tally)
    }
    console.log(`${name}: ${summary(tally)}`)
    expect(tally.edits).toBe(posts * stepsPerPost)
    expect(tally.changed).toBeGreaterThan(tally.edits * 0.3)
  },
  600_000,
)

function summary({ edits, changed, unchanged, agreed, refusals }: Tally): string {
  const reasons = [...refusals]
    .toSorted(([, one], [, other]) => other - one)
    .map(([reason, count]) => `${reason} ${count}`)
  return `${edits} edits, ${changed} changed, ${unchanged} there already, ${agreed} readings agreed; refused: ${reasons.join(', ')}`
}
