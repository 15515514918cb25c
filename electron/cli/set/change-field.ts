import { FailureError, fail } from '#shared/contract/failure'
import type { PostCollection } from '#shared/contract/field'
import { editFrontMatter } from '#shared/front-matter/edit'
import type {
  EditResult,
  Field,
  FieldEdit,
  FrontMatter,
  LocateOptions,
  WritingHabit,
} from '#shared/front-matter/front-matter'
import { readFrontMatter } from '#shared/front-matter/read'
import { habitOf } from '#shared/front-matter/writing-habit'
import { applyTextChanges } from '#shared/text/text-change'
import { printable } from '../output'
import { checkKind, valueFor } from './field-kind'
import type { FieldTask } from './field-task'
import { findField, isSameButForCase, type KeyCase, keyCaseOf, placeForField } from './find-field'
import { newFieldValues, newItemValues } from './new-value'
import { isSameValue } from './same-value'

/** What is asked of a post beside its text. */
export type Surroundings = {
  readonly locate: LocateOptions
  /** What the other posts of its folder have; asked only where a field comes new. */
  readonly describeCollection: () => Promise<PostCollection>
}

/** A post's text after a task, or why there is nothing to do. */
export type ChangedPost =
  | { readonly kind: 'changed'; readonly text: string }
  | { readonly kind: 'unchanged'; readonly why: string }

/** Edits to be tried in turn: a language that lacks a value's first form refuses it. */
type Ways = { readonly edits: readonly FieldEdit[]; readonly habit?: WritingHabit }
type Plan = Ways | { readonly why: string }

/**
 * Does one task in a post's text, by the smallest change. Throws `refused`, in words for the writer, for a field that is not there and
 * rather than touch anything else.
 */
export async function changeField(
  text: string,
  task: FieldTask,
  surroundings: Surroundings,
): Promise<ChangedPost> {
  const { locate } = surroundings
  const fields = fieldsOf(readFrontMatter(text, locate))
  const keyCase = keyCaseOf(text, locate)
  const plan = await planTask(fields, task, keyCase, surroundings)
  if ('why' in plan) return { kind: 'unchanged', why: plan.why }
  const result = firstAllowed(text, plan, locate)
  if (result.kind === 'refused') fail('refused', `${result.refusal.message} Nothing was changed.`)
  const after = applyTextChanges(text, result.changes)
  if (after === text) return { kind: 'unchanged', why: `${printable(task.key)} has that value already.` }
  if (task.kind === 'set' && task.value.kind === 'words') {
    checkKind(task.key, task.value.text, fields, fieldsOf(readFrontMatter(after, locate)), keyCase)
  }
  return { kind: 'changed', text: after }
}

function fieldsOf(frontMatter: FrontMatter): readonly Field[] {
  switch (frontMatter.kind) {
    case 'fields':
      return frontMatter.fields
    case 'none':
      return fail('refused', 'The post has no front matter. Nothing was changed.')
    case 'unreadable':
      return fail(
        'refused',
        `The front matter cannot be read: ${frontMatter.message} (line ${frontMatter.line}). Nothing was changed.`,
      )
  }
}

function firstAllowed(text: string, { edits, habit }: Ways, locate: LocateOptions): EditResult {
  const options = habit === undefined ? locate : { ...locate, habit }
  let refused: EditResult | null = null
  for (const edit of edits) {
    const result = editFrontMatter(text, edit, options)
    if (result.kind === 'changed') return result
    refused ??= result
  }
  return refused ?? { kind: 'changed', changes: [] }
}

async function planTask(
  fields: readonly Field[],
  task: FieldTask,
  keyCase: KeyCase,
  surroundings: Surroundings,
): Promise<Plan> {
  const { key } = task
  const found = findField(fields, key, keyCase)
  const shown = printable(key)
  switch (task.kind) {
    case 'set': {
      const { path, value } = found ?? missing(fields, key, 'Add it with --add.')
      return { edits: [{ kind: 'set', path, value: valueFor(value, task.value) }] }
    }
    case 'add':
      return found === null
        ? planNewField(fields, task, keyCase, surroundings)
        : { why: `${shown} is there already.` }
    case 'append': {
      if (found === null && task.adds) return planNewField(fields, task, keyCase, surroundings)
      const { path, value } = found ?? missing(fields, key, 'Add it as a list with --append --add.')
      const items = value.kind === 'list' ? value.items : [value]
      if (items.some((item) => isSameValue(item, task.value)))
        return { why: `${shown} has that item already.` }
      return {
        edits: newItemValues(task.value, items).map((item) => ({ kind: 'append', path, value: item })),
      }
    }
    case 'remove': {
      if (found === null) return { why: `The post has no field ${shown}.` }
      const { path } = found
      const index = path.at(-1)
      if (typeof index !== 'number') return { edits: [{ kind: 'remove-key', path }] }
      return { edits: [{ kind: 'remove-item', path: path.slice(0, -1), index }] }
    }
    case 'remove-item': {
      if (found === null) return { why: `The post has no field ${shown}.` }
      const { path, value } = found
      if (value.kind !== 'list') {
        return fail('refused', `${shown} is no list, so no item can be taken out. Nothing was changed.`)
      }
      const index = value.items.findIndex((item) => isSameValue(item, task.value))
      return index < 0
        ? { why: `${shown} has no such item.` }
        : { edits: [{ kind: 'remove-item', path, index }] }
    }
    case 'rename': {
      const { path } = found ?? missing(fields, key, '')
      return { edits: [{ kind: 'rename-key', path, key: task.newKey }] }
    }
  }
}

async function planNewField(
  fields: readonly Field[],
  { kind, key, value }: Extract<FieldTask, { kind: 'add' | 'append' }>,
  keyCase: KeyCase,
  { describeCollection }: Surroundings,
): Promise<Plan> {
  const place = placeForField(fields, key, keyCase)
  if (place === null) {
    return fail(
      'refused',
      `The post has no field that ${printable(key)} could be added to. Nothing was changed.`,
    )
  }
  const collection = await describeCollection()
  const siblings = place.path.reduce(
    (schemas, step) => schemas.find((schema) => schema.key === step)?.fields ?? [],
    collection.fields,
  )
  const schema =
    siblings.find((candidate) => candidate.key === place.key) ??
    (keyCase === 'ignored'
      ? siblings.find((candidate) => isSameButForCase(candidate.key, place.key))
      : undefined)
  const values =
    kind === 'add'
      ? newFieldValues(value, schema)
      : newItemValues(value, []).map((item) => ({ kind: 'list', items: [item] }) as const)
  return {
    // as the other posts spell it
    edits: values.map((added) => ({
      kind: 'add-key',
      path: place.path,
      key: schema?.key ?? place.key,
      value: added,
    })),
    habit: habitOf(schema, siblings),
  }
}

function missing(fields: readonly Field[], key: string, advice: string): never {
  const keys = fields.map((field) => printable(field.key)).join(', ')
  const has = keys === '' ? 'Its front matter has no fields.' : `It has: ${keys}.`
  const sentences = [`The post has no field ${printable(key)}.`, has, advice, 'Nothing was changed.']
  throw new FailureError('refused', sentences.filter((sentence) => sentence !== '').join(' '))
}
