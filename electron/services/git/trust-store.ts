import { join } from 'node:path'
import { z } from 'zod'
import { createJsonStore } from '../files/json-store'
import type { Ports } from '../ports'

/** Which repositories' settings the writer has said yes to. */
export type TrustStore = {
  isTrusted(gitFolder: string, fingerprint: string): Promise<boolean>
  trust(gitFolder: string, fingerprint: string): Promise<void>
}

const Trusted = z.record(z.string(), z.string())

/** The store in `trusted-repositories.json`: the fingerprint last trusted, by the real path of git's own folder. */
export function createTrustStore({ userDataFolder, log }: Pick<Ports, 'userDataFolder' | 'log'>): TrustStore {
  const store = createJsonStore(join(userDataFolder, 'trusted-repositories.json'), repair, log)
  return {
    isTrusted: async (gitFolder, fingerprint) => (await store.read())[gitFolder] === fingerprint,
    async trust(gitFolder, fingerprint) {
      await store.change((trusted) => ({ ...trusted, [gitFolder]: fingerprint }))
    },
  }
}

function repair(stored: unknown): Readonly<Record<string, string>> {
  const trusted = Trusted.safeParse(stored)
  return trusted.success ? trusted.data : {}
}
