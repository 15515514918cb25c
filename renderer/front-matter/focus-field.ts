import type { FieldPath } from '#shared/front-matter/front-matter'

/** How a row names its field to the functions of this file: the value of its `data-field`. */
export function fieldName(path: FieldPath): string {
  return JSON.stringify(path)
}

const focusable = 'input:not([tabindex="-1"]), textarea, button:not([tabindex="-1"]), [role="switch"]'

/** Puts the focus into a field's control, once the form shows it. */
export function focusField(path: FieldPath): void {
  whenRendered(() => rowOf(path)?.querySelector<HTMLElement>(focusable)?.focus())
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
      const target = row?.querySelector<HTMLElement>(focusable)
      ;(target ?? document.querySelector<HTMLElement>('[data-add-field]'))?.focus()
    })
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
