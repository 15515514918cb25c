/**
 * How many lines changed, as a reader of the diff counts: in each place the larger of the lines that went and the lines that came. Texts
 * that have almost nothing in common count as one place. Lines end at `\n`; 0 for equal texts.
 */
export function countChangedLines(before: string, after: string): number {
  if (before === after) return 0
  const [old, now] = [before.split('\n'), after.split('\n')]
  const shorter = Math.min(old.length, now.length)
  let head = 0
  while (head < shorter && old[head] === now[head]) head += 1
  let tail = 0
  while (tail < shorter - head && old.at(-1 - tail) === now.at(-1 - tail)) tail += 1
  return countBetween(old.slice(head, old.length - tail), now.slice(head, now.length - tail))
}

/** Beyond this many lines that went or came, the cost (which grows with its square) buys nothing that a reader would notice. */
const maxSteps = 500

function countBetween(old: readonly string[], now: readonly string[]): number {
  const trace = old.length === 0 || now.length === 0 ? null : findShortestScript(old, now)
  return trace === null ? Math.max(old.length, now.length) : countPlaces(trace, old.length, now.length)
}

/** For each number of steps the furthest line of `old` on each diagonal (`diagonal` = line of `old` − line of `now`). */
type Trace = readonly ReadonlyMap<number, number>[]

/** Myers, An O(ND) Difference Algorithm (1986). Null when the texts are further apart than `maxSteps`. */
function findShortestScript(old: readonly string[], now: readonly string[]): Trace | null {
  const trace: Map<number, number>[] = []
  let reached: ReadonlyMap<number, number> = new Map([[1, 0]])
  for (let steps = 0; steps <= maxSteps; steps += 1) {
    const next = new Map<number, number>()
    trace.push(next)
    for (let diagonal = -steps; diagonal <= steps; diagonal += 2) {
      let line = cameDown(reached, diagonal, steps)
        ? (reached.get(diagonal + 1) ?? 0)
        : (reached.get(diagonal - 1) ?? 0) + 1
      while (line < old.length && line - diagonal < now.length && old[line] === now[line - diagonal])
        line += 1
      next.set(diagonal, line)
      if (line >= old.length && line - diagonal >= now.length) return trace
    }
    reached = next
  }
  return null
}

/** Whether the best way to a diagonal takes a line of the new text, rather than leaving one of the old. */
function cameDown(reached: ReadonlyMap<number, number>, diagonal: number, steps: number): boolean {
  if (diagonal === -steps) return true
  return diagonal !== steps && (reached.get(diagonal - 1) ?? 0) < (reached.get(diagonal + 1) ?? 0)
}

/** Walks the script back from both ends of the texts and counts each run of steps with no common line in between. */
function countPlaces(trace: Trace, oldLength: number, nowLength: number): number {
  let [line, lineNow] = [oldLength, nowLength]
  let [count, went, came] = [0, 0, 0]
  for (let steps = trace.length - 1; steps > 0; steps -= 1) {
    const reached = trace[steps - 1] ?? new Map<number, number>()
    const isDown = cameDown(reached, line - lineNow, steps)
    const diagonal = line - lineNow + (isDown ? 1 : -1)
    const from = reached.get(diagonal) ?? 0
    if (line > from + (isDown ? 0 : 1)) {
      count += Math.max(went, came)
      ;[went, came] = [0, 0]
    }
    if (isDown) came += 1
    else went += 1
    line = from
    lineNow = from - diagonal
  }
  return count + Math.max(went, came)
}
