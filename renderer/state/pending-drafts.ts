const pending = new Set<() => void>()

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
