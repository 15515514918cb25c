import type { BlogId } from '#shared/contract/blog'
import type { Handlers } from '#shared/contract/calls'
import { fail } from '#shared/contract/failure'
import type { GitStatus } from '#shared/contract/git'
import type { BlogRegistry } from '../blogs/blog-registry'
import { createKeyedLock } from '../files/keyed-lock'
import type { Ports } from '../ports'
import { commitPaths } from './commit'
import { readDiff } from './read-diff'
import { readReadyStatus } from './read-status'
import { setIdentity } from './set-identity'
import { readStanding, requireTrusted } from './standing'
import type { TrustStore } from './trust-store'

type GitHandlers = Pick<
  Handlers,
  'git.readStatus' | 'git.readDiff' | 'git.commit' | 'git.setIdentity' | 'git.trust'
>

/** The calls about git. Each begins by looking at what the repository would make git run; untrusted, nothing else is run. */
export function createGitHandlers(
  blogs: BlogRegistry,
  trust: TrustStore,
  { now, log, emit }: Pick<Ports, 'now' | 'log' | 'emit'>,
): GitHandlers {
  const serialise = createKeyedLock()
  const rootOf = (blog: BlogId) => blogs.get(blog).root

  return {
    'git.readStatus': async ({ blog }) => readStatus(rootOf(blog), trust),
    'git.readDiff': async ({ blog, path }) => {
      const root = rootOf(blog)
      await requireTrusted(root, trust)
      return readDiff(root, path)
    },
    'git.commit': async ({ blog, paths, message }) => {
      const root = rootOf(blog)
      const place = await requireTrusted(root, trust)
      const commit = { root, place, paths, message, now, log }
      const committed = await serialise(place.gitFolder, () => commitPaths(commit))
      emit('git.changed', { blog })
      return committed
    },
    'git.setIdentity': async ({ blog, name, email }) => {
      const root = rootOf(blog)
      const place = await requireTrusted(root, trust)
      await serialise(place.gitFolder, () => setIdentity(root, { name, email }))
      emit('git.changed', { blog })
      return {}
    },
    'git.trust': async ({ blog, fingerprint }) => {
      const standing = await readStanding(rootOf(blog), trust)
      if (standing.kind !== 'untrusted') return {}
      if (standing.fingerprint !== fingerprint) {
        fail('untrusted', 'The repository’s settings have changed since they were shown. Look at them again.')
      }
      await trust.trust(standing.place.gitFolder, fingerprint)
      emit('git.changed', { blog })
      return {}
    },
  }
}

async function readStatus(root: string, trust: TrustStore): Promise<GitStatus> {
  const standing = await readStanding(root, trust)
  if (standing.kind === 'trusted') return readReadyStatus(root, standing.place)
  if (standing.kind !== 'untrusted') return standing
  const { kind, findings, fingerprint } = standing
  return { kind, findings: [...findings], fingerprint }
}
