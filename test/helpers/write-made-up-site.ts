import { mkdir, utimes, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'

/** When every file of a made-up site was last written, seconds since 1970: generators fall back to it. */
const writtenAt = Date.parse('2024-05-01T12:00:00Z') / 1000

/** Writes a made-up site's files below `root`. */
export async function writeMadeUpSite(
  root: string,
  files: Iterable<readonly [string, string]>,
): Promise<void> {
  for (const [path, text] of files) {
    const file = join(root, path)
    await mkdir(dirname(file), { recursive: true })
    await writeFile(file, text)
    await utimes(file, writtenAt, writtenAt)
  }
}
