import type { FieldEdit, WritingHabit } from '../front-matter'
import type { Attempt, EditPlan, Language } from '../language'
import { planAddKey } from './add-key'
import { parseYamlBlock, type YamlBlock } from './block'
import { planRemoveKey, planRenameKey } from './change-key'
import { planAppend, planRemoveItem } from './items'
import { lineBreakNear } from './lines'
import { planMoveItem } from './move'
import type { Plan, WritePlan } from './plan'
import { readYamlFields } from './read'
import { planClear, planSet } from './set'
import { styleOf } from './style'
import { objectionToSplice } from './verify'
import type { Writing } from './write'

/** YAML as Jekyll, Hugo, Hexo and the others read it: no two alike, so an edit must hold for all of them. */
export const yamlLanguage: Language = {
  readFields: (text, located) => readYamlFields(text, located.block),
  planEdit(source, _located, edit, habit) {
    const parsed = parseYamlBlock(source)
    if (parsed.kind === 'unreadable') {
      const { message, offset } = parsed
      return { kind: 'refused', refusal: { reason: 'unreadable', message, offset } }
    }
    const { block } = parsed
    const plan = planFor(writingIn(block, habit), edit, habit?.order ?? [])
    return plan.kind === 'plan' ? attemptsOf(block, plan) : plan
  },
}

function writingIn(block: YamlBlock, habit: WritingHabit | null): Writing {
  const lineBreak = lineBreakNear(block.source, block.source.length)
  return { block, style: styleOf(block, habit), lineBreak, isStrict: false }
}

function planFor(writing: Writing, edit: FieldEdit, order: readonly string[]): Plan {
  switch (edit.kind) {
    case 'set':
      return planSet(writing, edit.path, edit.value)
    case 'clear':
      return planClear(writing, edit.path)
    case 'append':
      return planAppend(writing, edit.path, edit.value)
    case 'remove-item':
      return planRemoveItem(writing, edit.path, edit.index)
    case 'move-item':
      return planMoveItem(writing, edit.path, edit.from, edit.to)
    case 'add-key':
      return planAddKey(writing, edit.path, edit.key, edit.value, order)
    case 'remove-key':
      return planRemoveKey(writing, edit.path)
    case 'rename-key':
      return planRenameKey(writing, edit.path, edit.key)
  }
}

function attemptsOf(block: YamlBlock, plan: WritePlan): EditPlan {
  const attempts: Attempt[] = []
  for (let part: WritePlan | undefined = plan; part !== undefined; part = part.otherwise) {
    const { drafts, edit } = part
    for (const draft of drafts) {
      attempts.push({
        splice: { from: draft.from, to: draft.to, insert: draft.insert },
        objectionTo: (smallest) => objectionToSplice(block, draft, smallest, edit),
      })
    }
  }
  return { kind: 'plan', attempts, offset: plan.offset }
}
