import { z } from 'zod'
import { BlogId } from './blog'
import { PostPath } from './post-path'
import { Preferences } from './preferences'
import { SiteServerChanged, SiteServerLogged } from './site-server'

/** Every event from the services to the interface, declared once, past tense. */
export const events = {
  /** Files of a blog were changed, added or removed, by anyone, ourselves included. Empty `paths`: too many to name, read the list again. */
  'posts.changed': z.object({ blog: BlogId, paths: z.array(PostPath) }),
  /** Branch, index or commits moved. */
  'git.changed': z.object({ blog: BlogId }),
  'preferences.changed': Preferences,
  /** The site's own server has started, become ready, built anew, failed or ended. */
  'siteServer.changed': SiteServerChanged,
  /** The site's own server has printed lines. */
  'siteServer.logged': SiteServerLogged,
  /** The host's menu asked for an action of the interface, by the action's id. */
  'menu.chosen': z.object({ action: z.string() }),
  /** The system or the command line asked for a folder to be opened. */
  'blogs.openRequested': z.object({ folder: z.string() }),
} as const

/** See `events`. */
export type Events = typeof events
/** An event's name. */
export type EventName = keyof Events
/** What an event carries. */
export type EventPayload<Name extends EventName> = z.output<Events[Name]>
