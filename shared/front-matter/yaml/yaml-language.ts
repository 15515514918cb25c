import type { FieldEdit } from '../front-matter'
import type { Attempt, EditPlan, Language } from '../language'
import { parseYamlBlock, type YamlBlock } from './block'
import { planAddKey, planRemoveKey } from './key'
import { planAppend, planMoveItem, planRemoveItem } from './list'
import { type Plan, refusedPlan, type WritePlan } from './plan'
import { readYamlFields } from './read'
import { planSet } from './set'
import { objectionToSplice } from './verify'
import { readViews, type Views } from './views'

/** YAML as Jekyll, Hugo, Hexo and the others read it: no two alike, so an edit must hold for all of them. */
export const yamlLanguage: Language = {
  readFields: (text, located) => readYamlFields(text, located.block),
  planEdit(source, _located, edit) {
    const parsed = parseYamlBlock(source)
    if (parsed.kind === 'unreadable') {
      return {
        kind: 'refused',
        refusal: { reason: 'unreadable', message: parsed.message, offset: parsed.offset },
      }
    }
    const plan = planFor(parsed.block, edit)
    return plan.kind === 'plan' ? proven(parsed.block, plan) : plan
  },
}

function planFor(block: YamlBlock, edit: FieldEdit): Plan {
  switch (edit.kind) {
    case 'set':
      return planSet(block, edit.path, edit.value)
    case 'append':
      return planAppend(block, edit.path, edit.value)
    case 'remove-item':
      return planRemoveItem(block, edit.path, edit.index)
    case 'move-item':
      return planMoveItem(block, edit.path, edit.from, edit.to)
    case 'add-key':
      return planAddKey(block, edit.key, edit.value)
    case 'remove-key':
      return planRemoveKey(block, String(edit.path[0]))
    default:
      return refusedPlan('would-touch-more', 'Make this change in the text.', 0)
  }
}

function proven(block: YamlBlock, plan: WritePlan): EditPlan {
  const views = readViews(block)
  return { kind: 'plan', attempts: attemptsOf(block, views, plan), offset: plan.offset }
}

function attemptsOf(block: YamlBlock, views: Views, plan: WritePlan): readonly Attempt[] {
  const attempts = plan.splices.map((splice) => ({
    splice,
    objectionTo: (smallest: Attempt['splice']) => objectionToSplice(block, views, smallest, plan.edit),
  }))
  return plan.otherwise === undefined ? attempts : [...attempts, ...attemptsOf(block, views, plan.otherwise)]
}
