import { execFile, spawnSync } from 'node:child_process'
import { promisify } from 'node:util'

/** What Hugo makes of a post, as `hugo list all` prints it. */
export type ListedPost = { readonly title: string; readonly date: string; readonly draft: string }

/** Why Hugo cannot be asked, null when it can. */
export function missingHugo(): string | null {
  const { error, status } = spawnSync('hugo', ['version'])
  if (error) return 'hugo is not installed'
  return status === 0 ? null : 'hugo does not run'
}

/** Lists every post of a site by its path in it. */
export async function listPosts(site: string): Promise<ReadonlyMap<string, ListedPost>> {
  const { stdout } = await promisify(execFile)('hugo', ['list', 'all', '--source', site], {
    maxBuffer: 64 * 1024 * 1024,
  })
  // Hugo may print warnings above the table
  const [header = [], ...rows] = recordsOf(stdout.slice(stdout.indexOf('path,')))
  const column = (name: string, row: readonly string[]) => row[header.indexOf(name)] ?? ''
  return new Map(
    rows.map((row) => {
      const listed = { title: column('title', row), date: column('date', row), draft: column('draft', row) }
      return [column('path', row), listed]
    }),
  )
}

/** Comma-separated values as RFC 4180 has them, line breaks within quotes included. */
function recordsOf(csv: string): readonly (readonly string[])[] {
  const records: string[][] = [[]]
  const field = /(?:"((?:[^"]|"")*)"|([^",\n]*))(,|\n|$)/g
  for (let match = field.exec(csv); match !== null && match.index < csv.length; match = field.exec(csv)) {
    const [, quoted, bare = '', separator] = match
    records.at(-1)?.push(quoted === undefined ? bare : quoted.replaceAll('""', '"'))
    if (separator === '\n') records.push([])
  }
  return records.filter((record) => record.length > 1)
}
