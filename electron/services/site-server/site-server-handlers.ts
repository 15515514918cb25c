import type { BlogId } from '#shared/contract/blog'
import type { Handlers } from '#shared/contract/calls'
import { fail } from '#shared/contract/failure'
import type { PostPath } from '#shared/contract/post-path'
import type { ServeRequest } from '#shared/contract/serve-request'
import { locateFrontMatter } from '#shared/front-matter/locate'
import { proseOf } from '#shared/site/serve/post-page'
import { splitCommandLine } from '#shared/site/serve/split-command-line'
import type { BlogRegistry, OpenBlog } from '../blogs/blog-registry'
import { createKeyedLock } from '../files/keyed-lock'
import type { TrustStore } from '../git/trust-store'
import type { Ports } from '../ports'
import { readPost } from '../posts/read-post'
import { createConsentStore } from './consent-store'
import { findPage } from './find-page'
import { type Choice, type Choices, readChoices } from './serve-choices'
import { SiteServer } from './site-server'

type SiteServerHandlers = Pick<
  Handlers,
  'siteServer.describe' | 'siteServer.start' | 'siteServer.stop' | 'siteServer.forget' | 'siteServer.findPage'
>

/** The sites' own servers: their calls, and what hosts need to know of them. */
export type SiteServers = {
  readonly handlers: SiteServerHandlers
  /** The exact origin of the blog's running server, null when none can be reached. */
  readonly originOf: (blog: string) => string | null
  /** Whether a running server has exactly this origin. */
  readonly hasOrigin: (origin: string) => boolean
  readonly isAnyReady: () => boolean
  /** Stops the blog's server, when the blog is closed. */
  stop(blog: BlogId): Promise<void>
  dispose(): Promise<void>
}

/** Servers are started by the writer's word alone: a command must be the one that was shown, and nothing else starts one. */
export function createSiteServers(blogs: BlogRegistry, trust: TrustStore, ports: Ports): SiteServers {
  const servers = new Map<BlogId, SiteServer>()
  const consents = createConsentStore(ports)
  const serialise = createKeyedLock()

  const serverOf = ({ id, root }: OpenBlog): SiteServer => {
    const server = servers.get(id) ?? new SiteServer(id, root, ports)
    servers.set(id, server)
    return server
  }
  const stop = async (id: BlogId): Promise<void> => {
    await serialise(id, async () => {
      await servers.get(id)?.stop()
    })
  }

  return {
    handlers: {
      'siteServer.describe': async ({ blog: id }) => {
        const blog = blogs.get(id)
        const kept = await consents.read(blog.root)
        const { folder, list } = await readChoices(blog.root, trust, kept.typed)
        const server = serverOf(blog)
        return {
          state: server.state,
          folder,
          choices: list.map(({ shown }) => shown),
          consented: list.find(({ shown }) => shown.key === kept.key)?.shown.key ?? null,
          log: [...server.lines()],
        }
      },
      'siteServer.start': async ({ blog: id, request, remember }) => {
        await serialise(id, async () => {
          // looked up only when it is this call's turn: the blog may have been closed meanwhile
          const blog = blogs.get(id)
          const kept = await consents.read(blog.root)
          const choices = await readChoices(blog.root, trust, kept.typed)
          const { command, shown } = consentedChoice(choices, request, kept.key)
          if (request.kind !== 'remembered') {
            const typed = request.kind === 'typed' ? shown.line : kept.typed
            await consents.keep(blog.root, { key: remember ? shown.key : null, typed })
          }
          await serverOf(blog).start(command, choices.folder)
        })
        return {}
      },
      'siteServer.stop': async ({ blog }) => {
        await stop(blogs.get(blog).id)
        return {}
      },
      'siteServer.forget': async ({ blog }) => {
        const open = blogs.get(blog)
        await consents.keep(open.root, { ...(await consents.read(open.root)), key: null })
        // whoever shows the word looks again
        ports.emit('siteServer.changed', { blog, state: serverOf(open).state })
        return {}
      },
      'siteServer.findPage': async ({ blog: id, path }) => {
        const blog = blogs.get(id)
        const server = serverOf(blog)
        const { state, run } = server
        if (state.kind !== 'ready' || run === null)
          fail('refused', 'The site’s own server is not running. Start it first.')
        const post = await readSought(blog, path)
        return { page: await findPage({ ready: state, run, root: blog.root, path, post, log: ports.log }) }
      },
    },
    originOf: (blog) => {
      const state = servers.get(blog as BlogId)?.state
      return state?.kind === 'ready' ? state.origin : null
    },
    hasOrigin: (origin) =>
      [...servers.values()].some(({ state }) => state.kind === 'ready' && state.origin === origin),
    isAnyReady: () => [...servers.values()].some(({ state }) => state.kind === 'ready'),
    stop,
    async dispose() {
      await Promise.all([...servers.keys()].map(stop))
    },
  }
}

/** The one gate before a start: what the writer typed, or what was shown and is still the same, or what is remembered and is. */
function consentedChoice(choices: Choices, request: ServeRequest, rememberedKey: string | null): Choice {
  if (request.kind === 'typed') {
    const split = splitCommandLine(request.line)
    return split.kind === 'words' ? choices.typed(split.words) : fail('refused', split.why)
  }
  const key = request.kind === 'shown' ? request.key : rememberedKey
  const choice = choices.list.find(({ shown }) => shown.key === key)
  if (choice !== undefined) return choice
  return fail(
    'untrusted',
    request.kind === 'shown'
      ? 'The command or the blog’s settings have changed since they were shown. Look at them again.'
      : 'The site’s own server was not started: it needs your word first.',
  )
}

/** The post's title and prose as they are on disk, where the server reads them too. */
async function readSought(
  blog: OpenBlog,
  path: PostPath,
): Promise<{ readonly title: string; readonly text: string }> {
  const [scan, { text }] = await Promise.all([blog.index.scan(), readPost(blog.root, path)])
  const title = scan.list.posts.find((post) => post.path === path)?.title ?? ''
  return { title, text: proseOf(text.slice(locateFrontMatter(text, scan.locateOptions).bodyFrom)) }
}
