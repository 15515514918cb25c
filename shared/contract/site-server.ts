import { z } from 'zod'
import { BlogId } from './blog'

/** Where the site's own server stands. */
export const SiteServerState = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('stopped') }),
  /** The program runs; the site cannot be reached yet. */
  z.object({ kind: z.literal('starting') }),
  z.object({
    kind: z.literal('ready'),
    /** The exact origin of the site on this machine: loopback, never Galley's own. */
    origin: z.string(),
    /** The path of its home page. */
    home: z.string(),
    /** Its pages load themselves again after a change. */
    reloads: z.boolean(),
    /** What it last said about building: at work, done, or an error whose words are in the log. */
    build: z.enum(['building', 'built', 'failed']),
  }),
  /** It could not be started or has ended by itself: why, and what to do. */
  z.object({ kind: z.literal('failed'), message: z.string() }),
])
/** See the schema of the same name. */
export type SiteServerState = z.infer<typeof SiteServerState>

/** The state has changed. */
export const SiteServerChanged = z.object({ blog: BlogId, state: SiteServerState })
/** New lines of the log, in order. */
export const SiteServerLogged = z.object({ blog: BlogId, lines: z.array(z.string()) })
