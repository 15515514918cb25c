import type { FieldEdit, WritingHabit } from '../front-matter'
import type { Attempt, EditPlan, FoundBlock, Language } from '../language'
import { planPelicanEdit } from './plan'
import { readPelicanFields } from './read'
import { objectionTo } from './verify'

/** Pelican's `Key: value` headers. */
export const pelicanLanguage: Language = { readFields: readPelicanFields, planEdit }

const parted =
  'In a list, `,` or `;` parts one item from the next, so this item would become two. Take that sign out.'

function planEdit(
  block: string,
  _located: FoundBlock,
  edit: FieldEdit,
  habit: WritingHabit | null,
): EditPlan {
  const plan = planPelicanEdit(block, edit, habit)
  if (plan.kind !== 'splices') return plan
  const attempts = plan.splices.map((splice): Attempt => {
    return {
      splice,
      objectionTo: ({ from, to, insert }) => {
        return objectionTo(block, block.slice(0, from) + insert + block.slice(to), edit)
      },
    }
  })
  const holds = attempts.some(({ splice, objectionTo: object }) => object(splice) === null)
  if (!holds && itemsOf(edit).some((item) => /[,;]/.test(item))) {
    return { kind: 'refused', refusal: { reason: 'unsupported-value', message: parted, offset: plan.offset } }
  }
  return { kind: 'plan', attempts, offset: plan.offset }
}

/** The texts that an edit writes. */
function itemsOf(edit: FieldEdit): readonly string[] {
  if (edit.kind !== 'set' && edit.kind !== 'append' && edit.kind !== 'add-key') return []
  const values = edit.value.kind === 'list' ? edit.value.items : [edit.value]
  return values.map((value) => (value.kind === 'text' ? value.text : ''))
}
