import { execFile } from 'node:child_process'
import { promisify } from 'node:util'
import { findServingProgram } from './find-serving-program'

const run = promisify(execFile)
const limits = { timeout: 30_000, maxBuffer: 64 * 1024 * 1024, killSignal: 'SIGKILL' } as const

/**
 * The path of each post's page on the site, by the post's path in the site, as Hugo itself says it (`hugo list all`). Part of what the
 * writer says yes to when Hugo's server is started: it loads the site as the server does.
 */
export async function listHugoPages(
  words: readonly string[],
  folder: string,
  environment: NodeJS.ProcessEnv,
): Promise<ReadonlyMap<string, string>> {
  const [name = '', ...rest] = words
  const program = await findServingProgram(name, folder, environment)
  const { stdout } = await run(program, rest, { cwd: folder, env: environment, ...limits })
  // Hugo may print warnings above the table
  const [header = [], ...rows] = recordsOf(stdout.slice(Math.max(0, stdout.indexOf('path,'))))
  const [pathAt, pageAt] = [header.indexOf('path'), header.indexOf('permalink')]
  return new Map(
    rows.flatMap((row) => {
      const page = (row[pageAt] ?? '').replace(/^[a-z]+:\/\/[^/]*/i, '')
      return page.startsWith('/') ? [[(row[pathAt] ?? '').replaceAll('\\', '/'), page] as const] : []
    }),
  )
}

/** Comma-separated values as RFC 4180 has them, line breaks within quotes included. */
function recordsOf(csv: string): readonly (readonly string[])[] {
  const records: string[][] = [[]]
  const field = /(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r?\n|$)/y
  for (let match = field.exec(csv); match !== null && match.index < csv.length; match = field.exec(csv)) {
    const [, quoted, bare = '', separator] = match
    records.at(-1)?.push(quoted === undefined ? bare : quoted.replaceAll('""', '"'))
    if (separator !== ',') records.push([])
  }
  return records.filter((record) => record.length > 1)
}
