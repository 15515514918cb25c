import { readdirSync, readFileSync } from 'node:fs'
import matter from 'gray-matter'
import { parseDocument } from 'yaml'
import { setField } from '#shared/front-matter/edit'
import { readFrontMatter } from '#shared/front-matter/read'
import { applyTextChanges } from '#shared/text/text-change'
import { type Bench, type Measured, median, ratioOfPairs } from './bench'

const folder = new URL('../fixtures/front-matter/posts/', import.meta.url)
const openerless = { openerless: true }
const roundCount = 15
const passesPerRound = 8

/** The posts with an opener put in front, since the library compared with reads no others. */
const posts = readdirSync(folder)
  .map((name) => readFileSync(new URL(name, folder), 'utf8'))
  .map((text) => `---\n${text.replace('\n...\n', '\n---\n')}`)

/** What opening a post and editing one field costs, and what it leaves of the file, beside the ways that other editors go. */
export const benches: readonly Bench[] = [
  {
    name: 'front-matter.open',
    goal: '<=5',
    run: () => compareSpeed(open, (text) => matter(text, freshOptions())),
  },
  {
    // opening, changing one field and proving it, over parsing and stringifying
    name: 'front-matter.open-edit-verify',
    goal: '<=5',
    run: () => compareSpeed(openAndEdit, byStringify),
  },
  {
    name: 'front-matter.open-edit-verify-over-document',
    goal: '<=5',
    run: () => compareSpeed(openAndEdit, byDocument),
  },
  {
    // lines that differ after one field is set: parse and stringify over ours
    name: 'front-matter.lines-left-alone',
    goal: '>=2',
    run: async () => {
      const ratios = posts.map((text) => {
        const parsed = matter(text, freshOptions())
        const restringified = matter.stringify(parsed.content, { ...parsed.data, team: 'Elsewhere' })
        return differingLines(text, restringified) / differingLines(text, edited(text, 'Elsewhere'))
      })
      return { ratio: median(ratios), samples: ratios.length }
    },
  },
]

function edited(text: string, team: string): string {
  const result = setField(text, ['team'], { kind: 'text', text: team }, openerless)
  if (result.kind === 'refused') throw new Error(result.refusal.message)
  return applyTextChanges(text, result.changes)
}

/** Options turn off the library's cache, which would otherwise answer every repeated question. */
function freshOptions(): { readonly language: string } {
  return { language: 'yaml' }
}

type Work = (text: string, round: number) => unknown

function open(text: string): unknown {
  return readFrontMatter(text)
}

function openAndEdit(text: string, round: number): unknown {
  open(text)
  return edited(text, `Team ${round}`)
}

function byStringify(text: string, round: number): unknown {
  const parsed = matter(text, freshOptions())
  return matter.stringify(parsed.content, { ...parsed.data, team: `Team ${round}` })
}

/** As an editor would that keeps a document tree: the front matter is parsed once, and written whole. */
function byDocument(text: string, round: number): unknown {
  const close = text.indexOf('\n---\n', 3) + 1
  const document = parseDocument(text.slice(4, close))
  document.set('team', `Team ${round}`)
  return `---\n${document.toString({ lineWidth: 0 })}${text.slice(close)}`
}

/** How long `measured` takes over how long `baseline` takes. */
function compareSpeed(measured: Work, baseline: Work): Promise<Measured> {
  let round = 0
  return ratioOfPairs(
    roundCount,
    async () => timeOf(measured, round++),
    async () => timeOf(baseline, round),
  )
}

function timeOf(work: Work, round: number): number {
  const startMs = performance.now()
  for (let pass = 0; pass < passesPerRound; pass++) for (const text of posts) work(text, round)
  return performance.now() - startMs
}

function differingLines(before: string, after: string): number {
  const [old, now] = [before.split('\n'), after.split('\n')]
  const kept = new Map<string, number>()
  for (const line of old) kept.set(line, (kept.get(line) ?? 0) + 1)
  let added = 0
  for (const line of now) {
    const left = kept.get(line) ?? 0
    if (left > 0) kept.set(line, left - 1)
    else added++
  }
  const removed = [...kept.values()].reduce((sum, count) => sum + count, 0)
  return added + removed
}
