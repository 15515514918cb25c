import type { FileHandle } from 'node:fs/promises'
import { StringDecoder } from 'node:string_decoder'
import type { Located, LocateOptions } from '#shared/front-matter/front-matter'
import { locateFrontMatter } from '#shared/front-matter/locate'
import type { GeneratorId } from '#shared/site/detect-generator'
import { withRegularFile } from '../files/read-regular-file'

/** The first lines of a file: at least 4 KB, and as much more as its front matter takes, up to 1 MB. */
export type Head = {
  readonly text: string
  readonly located: Located
  /** What `locateFrontMatter` needed to be told to find the block. */
  readonly needs: 'nothing' | 'openerless' | 'pelican'
}

const stepsBytes = [4 * 1024, 64 * 1024, 1024 * 1024]
// A block without an opener that is not closed by here is prose with a colon in its first line.
const openerlessLimitBytes = 64 * 1024

const attempts: readonly {
  readonly needs: Head['needs']
  readonly options: Omit<LocateOptions, 'generator'>
}[] = [
  { needs: 'nothing', options: {} },
  { needs: 'openerless', options: { openerless: true } },
  { needs: 'pelican', options: { pelican: true } },
]

/** Reads a file's head. `real` is absolute with its links resolved; fails as `withRegularFile` does. */
export async function readHead(real: string, what: string, generator: GeneratorId | null): Promise<Head> {
  return withRegularFile(real, what, async (file, sizeBytes) => {
    let head: Head = { text: '', located: { kind: 'none', bodyFrom: 0 }, needs: 'nothing' }
    for (const lengthBytes of stepsBytes) {
      head = examineHead(await readText(file, lengthBytes), generator)
      if (sizeBytes <= lengthBytes || !mayGoOn(head, lengthBytes)) break
    }
    return head
  })
}

/** Where the front matter of `text` is, trying the dialects that need evidence last. */
export function examineHead(text: string, generator: GeneratorId | null): Head {
  for (const { needs, options } of attempts) {
    const located = locateFrontMatter(text, { ...options, generator })
    if (located.kind !== 'none') return { text, located, needs }
  }
  return { text, located: { kind: 'none', bodyFrom: 0 }, needs: 'nothing' }
}

function mayGoOn({ text, located }: Head, lengthBytes: number): boolean {
  if (located.kind === 'unclosed') return true
  if (located.kind === 'found') return false
  return lengthBytes < openerlessLimitBytes && /^\uFEFF?(?:[\w"'][^\n:]{0,60}:\s|\{|;;;|<!--\s*\{)/.test(text)
}

async function readText(file: FileHandle, lengthBytes: number): Promise<string> {
  const bytes = Buffer.alloc(lengthBytes)
  const { bytesRead } = await file.read(bytes, 0, lengthBytes, 0)
  // Leaves out a character that is cut in two at the end, where a TextDecoder would put a mark.
  return new StringDecoder('utf8').write(bytes.subarray(0, bytesRead))
}
