import { plainText } from '#shared/site/serve/server-output'

/** What a server has printed, the newest lines alone, and who is told of new ones. */
export type OutputLog = {
  add(line: string): void
  readonly lines: () => readonly string[]
  clear(): void
  /** Tells at once what has not been told yet. */
  flush(): void
}

const maxLines = 500
const tellAfterMs = 100

/** A log of at most 500 lines of plain text; `tell` gets new ones in bundles, at most ten times a second. */
export function createOutputLog(tell: (lines: readonly string[]) => void): OutputLog {
  let lines: string[] = []
  let untold: string[] = []
  let timer: NodeJS.Timeout | null = null
  const flush = (): void => {
    if (timer !== null) clearTimeout(timer)
    timer = null
    if (untold.length === 0) return
    const told = untold
    untold = []
    tell(told)
  }
  return {
    add(line) {
      const text = plainText(line).trimEnd()
      lines.push(text)
      untold.push(text)
      if (lines.length > maxLines) lines = lines.slice(-maxLines)
      if (untold.length > maxLines) untold = untold.slice(-maxLines)
      timer ??= setTimeout(flush, tellAfterMs)
    },
    lines: () => lines,
    clear() {
      lines = []
      untold = []
    },
    flush,
  }
}
