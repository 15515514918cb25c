import { join } from 'node:path'
import { z } from 'zod'
import { createJsonStore } from '../files/json-store'
import type { Ports } from '../ports'

/** What is kept for one blog. `key` is of the command that need not be asked about again, `typed` what the writer typed last. */
const Kept = z.object({ key: z.string().nullable(), typed: z.string().nullable() })
type Kept = z.infer<typeof Kept>

/** Which blogs' own servers the writer has said yes to for good. */
export type ConsentStore = {
  /** What is kept for the blog at `root`, its real path. */
  read(root: string): Promise<Kept>
  keep(root: string, kept: Kept): Promise<void>
}

const nothing: Kept = { key: null, typed: null }

/** The store in `site-servers.json`, in the user's data folder: nothing in a blog can give itself consent. */
export function createConsentStore({
  userDataFolder,
  log,
}: Pick<Ports, 'userDataFolder' | 'log'>): ConsentStore {
  const store = createJsonStore(join(userDataFolder, 'site-servers.json'), repair, log)
  return {
    read: async (root) => (await store.read())[root] ?? nothing,
    async keep(root, kept) {
      await store.change((all) => ({ ...all, [root]: kept }))
    },
  }
}

function repair(stored: unknown): Readonly<Record<string, Kept>> {
  const kept = z.record(z.string(), Kept).safeParse(stored)
  return kept.success ? kept.data : {}
}
