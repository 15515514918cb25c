import type { NamedHeading } from './template'

/** A heading with those below it. */
export type HeadingEntry = { readonly heading: NamedHeading; readonly children: HeadingEntry[] }

/** Hangs each heading under the last one before it that is of a higher level. */
export function headingTree(headings: readonly NamedHeading[]): readonly HeadingEntry[] {
  const roots: HeadingEntry[] = []
  const open: HeadingEntry[] = []
  for (const heading of headings) {
    while (open.length > 0 && (open.at(-1)?.heading.level ?? 0) >= heading.level) open.pop()
    const entry = { heading, children: [] }
    ;(open.at(-1)?.children ?? roots).push(entry)
    open.push(entry)
  }
  return roots
}
