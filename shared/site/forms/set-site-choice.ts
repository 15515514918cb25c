import type { SiteChoice } from '../../contract/site-understanding'
import { editFrontMatter } from '../../front-matter/edit'
import type { AddedValue, EditResult, FieldEdit } from '../../front-matter/front-matter'
import { parseConfiguration } from './parse-configuration'
import { entryOf } from './sourced-value'

/** A `.galley.yml` with an answer in it, or a sentence that says why it cannot be put in. */
export type ChosenText =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'refused'; readonly why: string }

const opener = '---\n'

/**
 * The text of `.galley.yml` (empty for none yet) with `value` as the answer to `choice` below `site:`, or without it for null. Only the
 * answer's own lines change; comments and everything else stay byte for byte. Several folders are separated by commas.
 */
export function setSiteChoice(text: string, choice: SiteChoice, value: string | null): ChosenText {
  const { value: parsed, problems } = parseConfiguration({ path: '.galley.yml', text })
  if (problems.length > 0)
    return refused(`.galley.yml has a mistake in line ${problems[0]?.origin.line ?? 1}. Mend it first.`)
  const site = entryOf(parsed ?? undefined, 'site')
  const isThere = entryOf(site?.value, choice) !== undefined
  if (value === null) return isThere ? removed(text, choice, site?.value) : { kind: 'text', text }
  const added = choice === 'postFolders' ? foldersIn(value) : ({ kind: 'text', text: value } as const)
  if (isThere) return edited(text, { kind: 'set', path: ['site', choice], value: added })
  const isMap = site?.value.kind === 'map'
  if (isMap) return edited(text, { kind: 'add-key', path: ['site'], key: choice, value: added })
  const map: AddedValue = { kind: 'map', entries: [[choice, added]] }
  return site === undefined
    ? edited(text, { kind: 'add-key', path: [], key: 'site', value: map })
    : edited(text, { kind: 'set', path: ['site'], value: map })
}

/** With its last answer goes `site:` too. */
function removed(text: string, choice: SiteChoice, site: Parameters<typeof entryOf>[0]): ChosenText {
  const isLast = site?.kind === 'map' && site.entries.length === 1
  return edited(text, { kind: 'remove-key', path: isLast ? ['site'] : ['site', choice] })
}

function foldersIn(value: string): AddedValue {
  const folders = value
    .split(',')
    .map((folder) => folder.trim())
    .filter((folder) => folder !== '')
  const items = folders.map((folder): AddedValue => ({ kind: 'text', text: folder }))
  return items.length === 1 && items[0] !== undefined ? items[0] : { kind: 'list', items }
}

/** The file is YAML as a whole: between delimiters it is front matter, whose editor touches only what it is told to. */
function edited(text: string, edit: FieldEdit): ChosenText {
  if (/^(?:---|\.\.\.)/m.test(text))
    return refused('.galley.yml holds a line of `---`. Write the answer into it by hand.')
  const body = text === '' || text.endsWith('\n') ? text : `${text}\n`
  const whole = `${opener}${body}---\n`
  const result: EditResult = editFrontMatter(whole, edit)
  if (result.kind === 'refused') return refused(`.galley.yml cannot be changed: ${result.refusal.message}`)
  const changed = result.changes.reduceRight(
    (so, { from, to, insert }) => so.slice(0, from) + insert + so.slice(to),
    whole,
  )
  return { kind: 'text', text: changed.slice(opener.length, changed.length - '---\n'.length) }
}

function refused(why: string): ChosenText {
  return { kind: 'refused', why }
}
