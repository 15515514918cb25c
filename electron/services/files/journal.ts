import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { z } from 'zod'
import type { RecoveredText } from '#shared/contract/post'
import type { PostPath } from '#shared/contract/post-path'
import type { Ports } from '../ports'
import { createKeyedLock } from './keyed-lock'
import { removeIfThere } from './remove-if-there'
import { explained, systemCode } from './system-failure'
import { writePrivateFile } from './write-private-file'

/** Where text that is not yet saved survives a crash. Outside every blog, readable by this user alone. */
export type Journal = {
  /** Keeps `text` for a post, in place of what was kept before. `root` is the blog's real path. */
  keep(root: string, path: PostPath, text: string, baseVersion: string): Promise<void>
  /** What is kept for a post. A damaged entry is logged and counts as none; it never throws for one. */
  read(root: string, path: PostPath): Promise<RecoveredText | null>
  discard(root: string, path: PostPath): Promise<void>
  /** Forgets what is kept if it is just this text, so that words typed during a save stay kept. */
  discardSaved(root: string, path: PostPath, savedText: string): Promise<void>
}

const Entry = z.object({
  format: z.literal(1),
  folder: z.string(),
  path: z.string(),
  text: z.string(),
  baseVersion: z.string(),
  keptAt: z.iso.datetime(),
  checksum: z.string(),
})
type Entry = z.infer<typeof Entry>

/** A journal in `userDataFolder/recovery`, one file for each post. */
export function createJournal({
  userDataFolder,
  now,
  log,
}: Pick<Ports, 'userDataFolder' | 'now' | 'log'>): Journal {
  const serialise = createKeyedLock()
  const fileFor = (root: string, path: PostPath) =>
    join(userDataFolder, 'recovery', `${digest([root, path]).slice(0, 40)}.json`)

  const readEntry = async (root: string, path: PostPath): Promise<Entry | null> => {
    const file = fileFor(root, path)
    let stored: string
    try {
      stored = await readFile(file, 'utf8')
    } catch (error) {
      if (systemCode(error) === 'ENOENT') return null
      throw error
    }
    const entry = parseEntry(stored)
    if (entry === null)
      log({ level: 'warn', message: `Recovered text in ${file} is damaged and was left aside` })
    return entry
  }
  const remove = (root: string, path: PostPath) => removeIfThere(fileFor(root, path))
  const inTurn = <Value>(root: string, path: PostPath, task: () => Promise<Value>) =>
    serialise(fileFor(root, path), () => explained('The folder for recovered text', task))

  return {
    keep: (root, path, text, baseVersion) =>
      inTurn(root, path, () => {
        const content = { folder: root, path, text, baseVersion, keptAt: now().toISOString() }
        const entry: Entry = { format: 1, ...content, checksum: checksumOf(content) }
        return writePrivateFile(fileFor(root, path), JSON.stringify(entry))
      }),
    read: (root, path) =>
      inTurn(root, path, async () => {
        const entry = await readEntry(root, path)
        return entry && { text: entry.text, baseVersion: entry.baseVersion, keptAt: entry.keptAt }
      }),
    discard: (root, path) => inTurn(root, path, () => remove(root, path)),
    discardSaved: (root, path, savedText) =>
      inTurn(root, path, async () => {
        const entry = await readEntry(root, path)
        if (entry?.text === savedText) await remove(root, path)
      }),
  }
}

function parseEntry(stored: string): Entry | null {
  let parsed: unknown
  try {
    parsed = JSON.parse(stored)
  } catch {
    // no JSON is damage like any other; the caller logs it
    return null
  }
  const entry = Entry.safeParse(parsed)
  return entry.success && entry.data.checksum === checksumOf(entry.data) ? entry.data : null
}

function checksumOf(entry: Omit<Entry, 'format' | 'checksum'>): string {
  return digest([entry.folder, entry.path, entry.baseVersion, entry.keptAt, entry.text])
}

function digest(parts: readonly string[]): string {
  const hash = createHash('sha256')
  // the length first, so that no two lists of parts run together
  for (const part of parts) hash.update(`${part.length}:`).update(part)
  return hash.digest('hex')
}
