import type { FlavourId } from '#shared/markdown/flavours/flavour'
import { type Bench, type Measured, median, percentile } from './bench'
import type { Way } from './preview/bench-page'
import { type HardPlace, makeLongPost, makePostAround } from './preview/long-post'
import { memoryOf } from './preview/memory'
import { withBenchPage } from './preview/serve-bench'

const samples = 30
const megabyte = 1_000_000
const flavour = 'cmark-gfm'

type Times = Readonly<Partial<Record<Way, readonly number[]>>>

/** Milliseconds of a key by each way, in the same page and in turn, layout included, the place in view. */
async function typeIn(
  place: HardPlace,
  length: number,
  ways: readonly Way[],
  setup: FlavourId = flavour,
): Promise<Times> {
  return withBenchPage(async (page) => {
    const post = makePostAround(place, length)
    await page.evaluate(({ post, setup, ways }) => window.previewBench.open(post, setup, ways), {
      post,
      setup,
      ways,
    })
    const times: Partial<Record<Way, number[]>> = {}
    for (let sample = 0; sample < samples + 2; sample++) {
      const taken = await page.evaluate(() => window.previewBench.type())
      if (sample >= 2) for (const way of ways) times[way] = [...(times[way] ?? []), taken[way] ?? Number.NaN]
    }
    return times
  })
}

const middle = (times: Times, way: Way): number => median(times[way] ?? [])

/** How many times longer `other` takes than ours. */
async function gain(place: HardPlace, length: number, other: Way, setup?: FlavourId): Promise<Measured> {
  const times = await typeIn(place, length, [other, 'ours'], setup)
  return { ratio: middle(times, other) / middle(times, 'ours'), samples }
}

async function growth(): Promise<Measured> {
  const [small, large] = [
    await typeIn('paragraph', megabyte / 100, ['ours']),
    await typeIn('paragraph', megabyte, ['ours']),
  ]
  return { ratio: middle(large, 'ours') / middle(small, 'ours'), samples }
}

async function slowestKeys(): Promise<Measured> {
  const times = await typeIn('paragraph', megabyte, ['usual', 'ours'])
  return { ratio: middle(times, 'usual') / percentile(times.ours ?? [], 95), samples }
}

async function firstScreen(): Promise<Measured> {
  const rounds = 7
  const text = makeLongPost(megabyte)
  const taken = await withBenchPage((page) =>
    page.evaluate(
      async ({ text, flavour, rounds }) => {
        const times: { readonly ours: number; readonly usual: number }[] = []
        for (let round = 0; round <= rounds; round++) {
          const ours = await window.previewBench.showFirstScreen(text, flavour, 'ours')
          times.push({ ours, usual: await window.previewBench.showFirstScreen(text, flavour, 'usual') })
        }
        return times.slice(1)
      },
      { text, flavour, rounds } as const,
    ),
  )
  const ratio = median(taken.map(({ ours }) => ours)) / median(taken.map(({ usual }) => usual))
  return { ratio, samples: rounds }
}

/** The page's memory with a post in the preview, over the same with the post rendered at once into innerHTML. */
async function memory(): Promise<Measured> {
  const post = makePostAround('paragraph', megabyte)
  const [ours, usual] = [await memoryOf(post, flavour, 'ours'), await memoryOf(post, flavour, 'usual')]
  return { ratio: ours / usual, samples: 1 }
}

const hardPlaces: readonly HardPlace[] = [
  'toggled-fence',
  'long-fence',
  'long-list',
  'footnotes',
  'long-table',
]

/** A key in the middle of a long post: what other ways take over what the preview takes; and what else is felt. */
export const benches: readonly Bench[] = [
  { name: 'preview.keystroke-100kb', goal: '>=20', run: () => gain('paragraph', megabyte / 10, 'usual') },
  { name: 'preview.keystroke-1mb', goal: '>=100', run: () => gain('paragraph', megabyte, 'usual') },
  {
    name: 'preview.keystroke-1mb-python-markdown',
    goal: '>=20',
    run: () => gain('paragraph', megabyte, 'usual', 'python-markdown'),
  },
  {
    name: 'preview.keystroke-1mb-over-morphdom',
    goal: '>=40',
    run: () => gain('paragraph', megabyte, 'morphdom'),
  },
  { name: 'preview.keystroke-1mb-slowest', goal: '>=20', run: slowestKeys },
  { name: 'preview.growth-10kb-to-1mb', goal: '<=5', run: growth },
  ...hardPlaces.map(
    (place): Bench => ({
      name: `preview.hard-1mb-${place}`,
      goal: '>=10',
      run: () => gain(place, megabyte, 'usual'),
    }),
  ),
  { name: 'preview.first-screen-1mb', goal: '<=0.5', run: firstScreen },
  { name: 'preview.memory-1mb', goal: '<=3', run: memory },
]
