const contextLines = 3

/**
 * The difference between two texts of a post as one hunk of a unified diff, which `git apply` takes: from the first line that differs to
 * the last.
 */
export function unifiedDiff(path: string, before: string, after: string): string {
  const [old, now] = [linesOf(before), linesOf(after)]
  const shorter = Math.min(old.length, now.length)
  let head = 0
  while (head < shorter && old[head] === now[head]) head += 1
  let tail = 0
  while (tail < shorter - head && old.at(-1 - tail) === now.at(-1 - tail)) tail += 1
  const from = Math.max(0, head - contextLines)
  const below = Math.min(tail, contextLines)
  const oldEnd = old.length - tail
  const range = (count: number) => `${count === 0 ? from : from + 1},${count}`
  const hunk = [
    ...old.slice(from, head).map((line) => ` ${line}`),
    ...old.slice(head, oldEnd).map((line) => `-${line}`),
    ...now.slice(head, now.length - tail).map((line) => `+${line}`),
    ...old.slice(oldEnd, oldEnd + below).map((line) => ` ${line}`),
  ]
  const counts = `-${range(oldEnd + below - from)} +${range(now.length - tail + below - from)}`
  return `--- a/${path}\n+++ b/${path}\n@@ ${counts} @@\n${hunk.map(ended).join('')}`
}

function linesOf(text: string): readonly string[] {
  return text.match(/[^\n]*\n|[^\n]+$/g) ?? []
}

function ended(line: string): string {
  return line.endsWith('\n') ? line : `${line}\n\\ No newline at end of file\n`
}
