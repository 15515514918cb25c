import type { FieldEdit, Refusal, WritingHabit } from '../front-matter'
import type { EditPlan, FoundBlock, Language, Objection, Splice } from '../language'
import { parseJsonBlock } from './block'
import { planJsonEdit } from './plan'
import { readJsonFields } from './read'
import { objectionTo, readViews } from './views'

/** JSON front matter: `{…}`, between lines of `;;;` with or without braces, and in a comment of HTML. */
export const jsonLanguage: Language = { readFields: readJsonFields, planEdit }

function planEdit(block: string, located: FoundBlock, edit: FieldEdit, habit: WritingHabit | null): EditPlan {
  const parsed = parseJsonBlock(block, located.dialect)
  if (parsed.kind === 'mistake') {
    const { message, offset } = parsed
    return { kind: 'refused', refusal: { reason: 'unreadable', message, offset } }
  }
  const { shift } = parsed.block
  const plan = planJsonEdit(parsed.block, edit, habit)
  if (plan.kind === 'unchanged') return plan
  if (plan.kind === 'refused') return { kind: 'refused', refusal: atShift(plan.refusal, shift) }
  const { splice, offset } = plan
  const before = readViews(parsed.block)
  const objection = (smaller: Splice): Objection => {
    const after = parseJsonBlock(
      block.slice(0, smaller.from) + smaller.insert + block.slice(smaller.to),
      located.dialect,
    )
    if (after.kind === 'mistake') return 'another-value-changes'
    return objectionTo(before, readViews(after.block), edit)
  }
  return {
    kind: 'plan',
    attempts: [
      {
        splice: { from: splice.from - shift, to: splice.to - shift, insert: splice.insert },
        objectionTo: objection,
      },
    ],
    offset: Math.max(0, offset - shift),
  }
}

function atShift(refusal: Refusal, shift: number): Refusal {
  return { ...refusal, offset: Math.max(0, refusal.offset - shift) }
}
