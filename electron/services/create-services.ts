import type { Handlers } from '#shared/contract/calls'
import { createAppHandlers } from './app/app-handlers'
import { type AssetReader, createAssetReader } from './assets/asset-reader'
import { createBlogHandlers } from './blogs/blog-handlers'
import { createBlogRegistry } from './blogs/blog-registry'
import { createRecentBlogs } from './blogs/recent-blogs'
import { createExportHandlers } from './exports/export-handlers'
import { createJournal } from './files/journal'
import { createGitHandlers } from './git/git-handlers'
import { createTrustStore } from './git/trust-store'
import { createMediaHandlers } from './media/media-handlers'
import { createRemoteMediaConsent, type RemoteMediaConsent } from './pages/remote-media'
import type { Ports } from './ports'
import { createPostHandlers } from './posts/post-handlers'
import { createPostWriter } from './posts/write-post'
import { createPreferencesStore } from './preferences/preferences-store'
import { createSiteHandlers } from './site/site-handlers'
import { createSiteServers, type SiteServers } from './site-server/site-server-handlers'

/** The whole backend, the same under every host. */
export type Services = {
  /** One handler for each call of the contract; a host reaches them through `createRouter`. */
  readonly handlers: Handlers
  readonly assets: AssetReader
  /** What the preview's document may load. */
  readonly remoteMedia: RemoteMediaConsent
  /** The sites' own servers, for what a host may show in a frame. */
  readonly siteServers: Pick<SiteServers, 'originOf' | 'hasOrigin' | 'isAnyReady'>
  /** Stops watching every open blog, and every server of a site. Call it once, before the process ends. */
  dispose(): Promise<void>
}

/** Puts the services together over a host's ports. Touches nothing on disk until a call asks for it. */
export function createServices(ports: Ports): Services {
  const blogs = createBlogRegistry(ports)
  const journal = createJournal(ports)
  const trust = createTrustStore(ports)
  const preferences = createPreferencesStore(ports)
  const siteServers = createSiteServers(blogs, trust, ports)
  blogs.onClosed(siteServers.stop)
  return {
    handlers: {
      ...createAppHandlers(ports),
      ...createBlogHandlers({ ports, blogs, recent: createRecentBlogs(ports), trust }),
      ...createPostHandlers(blogs, createPostWriter({ journal, now: ports.now, log: ports.log }), journal),
      ...createMediaHandlers(blogs),
      ...createSiteHandlers(blogs),
      ...createGitHandlers(blogs, trust, ports),
      ...siteServers.handlers,
      ...createExportHandlers(ports),
      'preferences.read': () => preferences.read(),
      'preferences.change': (change) => preferences.change(change),
    },
    assets: createAssetReader(blogs),
    remoteMedia: createRemoteMediaConsent(blogs, preferences),
    siteServers,
    async dispose() {
      // the blogs first: from then on none can start a server
      await Promise.all([blogs.dispose(), siteServers.dispose()])
    },
  }
}
