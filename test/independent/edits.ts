import { editFrontMatter } from '#shared/front-matter/edit'
import type {
  FieldEdit,
  FrontMatter,
  Located,
  LocateOptions,
  WritingHabit,
} from '#shared/front-matter/front-matter'
import { locateFrontMatter } from '#shared/front-matter/locate'
import { readFrontMatter } from '#shared/front-matter/read'
import { applyTextChanges } from '#shared/text/text-change'
import { oneOf, type Random } from '../shared/front-matter/nasty-values'
import { randomEdit } from '../shared/front-matter/random-edits'
import type { RandomPost } from '../shared/front-matter/random-posts'
import type { EditToCheck, Judgement } from './python'

/** How often edits of each kind were made, refused for each reason, or found to be there already. */
export type Tally = Map<string, number>

/** Random edits of a post, each of what the one before it left. Those that are refused or change nothing are only counted. */
export function* editsOf(
  { text, options }: RandomPost,
  count: number,
  random: Random,
  tally: Tally,
): Generator<EditToCheck> {
  let before = text
  let read = readFrontMatter(before, options)
  for (let step = 0; step < count && read.kind === 'fields'; step++) {
    const edit = randomEdit(read, random)
    const result = editFrontMatter(before, edit, { ...options, habit: randomHabit(read, random) })
    tallyOne(tally, edit, result.kind === 'refused' ? result.refusal.reason : result.changes.length)
    if (result.kind === 'refused' || result.changes.length === 0) continue
    const after = applyTextChanges(before, result.changes)
    yield {
      language: languageOf(before, options),
      before: blockOf(before, options),
      after: blockOf(after, options),
      edit,
    }
    before = after
    read = readFrontMatter(before, options)
  }
}

/** How the collection's other posts may be written. */
function randomHabit(read: FrontMatter, random: Random): WritingHabit {
  const keys = read.kind === 'fields' ? read.fields.map(({ key }) => key) : []
  const order = [...keys, 'draft', 'title', 'tags', 'new'].filter(() => random() < 0.7)
  return {
    order: random() < 0.5 ? order : order.reverse(),
    quotes: oneOf(random, ['plain', 'single', 'double']),
    list: oneOf(random, ['flow', 'block', 'block-indented']),
  }
}

function tallyOne(tally: Tally, edit: FieldEdit, outcome: string | number): void {
  const name =
    typeof outcome === 'string'
      ? `refused: ${outcome}`
      : outcome === 0
        ? 'there already'
        : `made: ${edit.kind}`
  tally.set(name, (tally.get(name) ?? 0) + 1)
}

function languageOf(text: string, options: LocateOptions): 'yaml' | 'toml' {
  const { language } = found(text, options)
  if (language !== 'yaml' && language !== 'toml') throw new Error(`Python does not judge ${language}`)
  return language
}

function blockOf(text: string, options: LocateOptions): string {
  const { block } = found(text, options)
  return text.slice(block.from, block.to)
}

function found(text: string, options: LocateOptions): Extract<Located, { kind: 'found' }> {
  const located = locateFrontMatter(text, options)
  if (located.kind !== 'found') throw new Error(`the front matter is lost: ${JSON.stringify(text)}`)
  return located
}

/** One paragraph of figures for the test's output. */
export function report(
  parser: string,
  { checked, unloadableBefore, wrong }: Judgement,
  tally: Tally,
): string {
  const unloadable = wrong.filter(({ why }) => why.startsWith('unloadable')).length
  const judged = `${checked} edits checked, ${unloadable} unloadable, ${wrong.length - unloadable} different`
  const counts = [...tally].map(([name, count]) => `${name} ${count}`).toSorted()
  return `${parser}: ${judged} (${unloadableBefore} were not loadable before). ${counts.join(', ')}.`
}
