const pending = new Set<() => void>()
const late = new Set<() => void>()

/**
 * Makes known that a field holds something typed that is not in the post yet; `flush` writes it there. Gives the function that
 * takes this back, once the draft is written or given up.
 */
export function registerDraft(flush: () => void): () => void {
  // each registration is its own, also of the same function
  const entry = () => flush()
  pending.add(entry)
  return () => void pending.delete(entry)
}

/** As `registerDraft`, for a draft that is a value and waits for a moment only. */
export function registerLateDraft(flush: () => void): () => void {
  const entry = () => flush()
  late.add(entry)
  return () => void late.delete(entry)
}

/** Writes what waits for a moment only, so that undo finds it where it belongs: in the post's history. Whether there was any. */
export function flushLateDrafts(): boolean {
  const flushes = [...late]
  for (const flush of flushes) flush()
  return flushes.length > 0
}

/** Whether a field holds something typed that is not in the post. */
export function hasDrafts(): boolean {
  return pending.size > 0
}

/**
 * Writes every draft into its post. To be called before the text is read to be kept (saved, published, closed) and before another
 * post is shown. What the front matter cannot hold stays in its field, which says why.
 */
export function flushDrafts(): void {
  for (const flush of [...pending]) flush()
}
