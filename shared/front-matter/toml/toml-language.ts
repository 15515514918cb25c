import type { FieldEdit, WritingHabit } from '../front-matter'
import type { EditPlan, Language } from '../language'
import { parseTomlBlock, type TomlBlock } from './block'
import { planAddKey, planRemoveKey, planRenameKey } from './key'
import { planAppend, planMoveItem, planRemoveItem } from './list'
import type { Plan } from './plan'
import { readTomlFields } from './read'
import { textOfRewrite } from './rewrite'
import { planClear, planSet } from './set'
import { objectionToRewrite } from './verify'

/** TOML 1.0 between `+++`, as Hugo and Zola read it. */
export const tomlLanguage: Language = {
  readFields: (text, located) => readTomlFields(text, located.block),
  planEdit(source, _located, edit, habit) {
    const parsed = parseTomlBlock(source)
    if (parsed.kind === 'unreadable') {
      return {
        kind: 'refused',
        refusal: { reason: 'unreadable', message: parsed.message, offset: parsed.offset },
      }
    }
    return proven(parsed.block, planFor(parsed.block, edit, habit))
  },
}

function planFor(block: TomlBlock, edit: FieldEdit, habit: WritingHabit | null): Plan {
  switch (edit.kind) {
    case 'set':
      return planSet(block, edit.path, edit.value, habit)
    case 'clear':
      return planClear(block, edit.path, habit)
    case 'append':
      return planAppend(block, edit.path, edit.value, habit)
    case 'remove-item':
      return planRemoveItem(block, edit.path, edit.index, habit)
    case 'move-item':
      return planMoveItem(block, edit.path, edit.from, edit.to)
    case 'add-key':
      return planAddKey(block, edit.path, edit.key, edit.value, habit)
    case 'remove-key':
      return planRemoveKey(block, edit.path)
    case 'rename-key':
      return planRenameKey(block, edit.path, edit.key)
  }
}

function proven(block: TomlBlock, plan: Plan): EditPlan {
  if (plan.kind !== 'plan') return plan
  const { source } = block
  const attempts = plan.rewrites.map((rewrite) => {
    const insert = textOfRewrite(source, rewrite)
    return {
      splice: { from: 0, to: source.length, insert },
      objectionTo: (smallest: { readonly from: number; readonly to: number; readonly insert: string }) => {
        const changed = source.slice(0, smallest.from) + smallest.insert + source.slice(smallest.to)
        return changed === insert ? objectionToRewrite(block, rewrite, plan.edit) : 'another-value-changes'
      },
    }
  })
  return { kind: 'plan', attempts, offset: plan.offset }
}
