import { shellStrings } from '../strings/shell'
import { EmptyState } from '../ui/empty-state'

/** Shown when the window cannot reach Galley at all. */
export function NoConnection({ error }: { readonly error: unknown }) {
  return (
    <EmptyState title={shellStrings.noConnection} role="alert">
      <p>{shellStrings.noConnectionHelp}</p>
      <p>{error instanceof Error ? error.message : String(error)}</p>
    </EmptyState>
  )
}
