const escapeSign = String.fromCharCode(0x1b)
const bell = String.fromCharCode(0x07)

/** Sequences that colour a terminal, move its cursor or name its window. */
const sequences = new RegExp(
  `${escapeSign}(?:\\[[0-?]*[ -/]*[@-~]|\\][^${bell}${escapeSign}]*(?:${bell}|${escapeSign}\\\\)?|[ -/]*[0-~])`,
  'g',
)

/** A line of a program's output as plain text. */
export function plainText(line: string): string {
  return line.replace(sequences, '').replace(/(?!\t)\p{Cc}/gu, '')
}

/** Where a site is served on this machine. */
export type LocalAddress = {
  /** `http://127.0.0.1:4000`, as the browser writes it. */
  readonly origin: string
  /** The path of the site's home page; begins with a slash. */
  readonly path: string
}

/**
 * The address of a site on this machine that a line names, null when it names none: `http:` alone, a loopback address or `localhost`
 * alone. A server that says it listens everywhere (`0.0.0.0`, `[::]`) is reached at 127.0.0.1. Addresses elsewhere are no answer.
 */
export function printedAddress(line: string): LocalAddress | null {
  for (const [written] of plainText(line).matchAll(/\bhttp:\/\/[^\s"'<>()`,]+/gi)) {
    const address = localAddress(written)
    if (address !== null) return address
  }
  return null
}

/** `written` as an address on this machine's loopback, null when it is anything else, has a user name or no port. */
export function localAddress(written: string): LocalAddress | null {
  const [, host, port, path] =
    /^http:\/\/(localhost|127(?:\.\d{1,3}){3}|\[::1\]|0\.0\.0\.0|\[::\]):(\d{1,5})(\/[^?#\s\\]*)?(?:[?#].*)?$/i.exec(
      written,
    ) ?? []
  if (host === undefined || Number(port) < 1 || Number(port) > 65_535 || Number(port) === 80) return null
  if (host.split('.').some((part) => Number(part) > 255)) return null
  const reached = host === '0.0.0.0' || host === '[::]' ? '127.0.0.1' : host.toLowerCase()
  return { origin: `http://${reached}:${Number(port)}`, path: path ?? '/' }
}

const signs = [
  [
    'failed',
    /^\s*\[?(?:error|fatal)\b|\b(?:liquid|build|template|syntax) ?(?:exception|error)\b|\berror building site\b/i,
  ],
  ['failed', /\bfailed to (?:build|render|compile)\b|\bproblem writing eleventy\b/i],
  [
    'building',
    /\b(?:change detected|regenerating|rebuilding|start building sites|file changed|change of|generating)\b/i,
  ],
  ['built', /\b(?:done in|built in|total in|wrote \d+ files|compiled successfully|done: processed)\b/i],
] as const

/** What a line of a generator's output says about the build, null when it says nothing. */
export function buildSign(line: string): 'building' | 'built' | 'failed' | null {
  const text = plainText(line)
  return signs.find(([, pattern]) => pattern.test(text))?.[0] ?? null
}
