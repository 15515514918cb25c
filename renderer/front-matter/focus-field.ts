import type { FieldPath } from '#shared/front-matter/front-matter'
import { formView } from '../state/form-view'

/** How a row names its field to the functions of this file: the value of its `data-field`. */
export function fieldName(path: FieldPath): string {
  return JSON.stringify(path)
}

/** The field whose text, chip or switch has the focus; null when none has. */
export function focusedField(): FieldPath | null {
  const focused = document.activeElement
  if (!focused?.matches('input, textarea, [role="row"]')) return null
  const name = focused.closest<HTMLElement>('[data-field]')?.dataset.field
  return name === undefined ? null : JSON.parse(name)
}

/** Puts the focus into a field's control, once the form shows it; unfolds what is rare when it is in there. */
export function focusField(path: FieldPath): void {
  whenRendered(() => {
    const row = rowOf(path)
    if (row !== null) return controlOf(row)?.focus()
    formView.setState({ isMoreOpen: true })
    whenRendered(() => controlOf(rowOf(path))?.focus())
  })
}

/**
 * To be called before a field goes away: the function it gives puts the focus where the field was, or into the next one, once the
 * form shows that it is gone.
 */
export function focusAfter(path: FieldPath): () => void {
  const rows = allRows()
  const at = rows.findIndex((row) => row.dataset.field === fieldName(path))
  const isInside = (row: HTMLElement | undefined) =>
    row?.dataset.field?.startsWith(fieldName(path).slice(0, -1))
  const next = rows.slice(at + 1).find((row) => !isInside(row)) ?? rows[at - 1]
  return () =>
    whenRendered(() => {
      const row = rowOf(path) ?? (next?.isConnected ? next : null)
      const target = controlOf(row ?? null) ?? document.querySelector<HTMLElement>('[data-add-field]')
      target?.focus()
    })
}

/** What of a row is filled in, else what is pressed. */
function controlOf(row: HTMLElement | null): HTMLElement | null {
  const filledIn = row?.querySelector<HTMLElement>('input:not([tabindex="-1"]), textarea, [role="switch"]')
  return filledIn ?? row?.querySelector<HTMLElement>('button:not([tabindex="-1"])') ?? null
}

function allRows(): readonly HTMLElement[] {
  return [...document.querySelectorAll<HTMLElement>('[data-field]')]
}

function rowOf(path: FieldPath): HTMLElement | null {
  return allRows().find((row) => row.dataset.field === fieldName(path)) ?? null
}

/** After the frame in which a closing menu gives its focus back. */
function whenRendered(run: () => void): void {
  requestAnimationFrame(() => requestAnimationFrame(run))
}
