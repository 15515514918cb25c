import { z } from 'zod'
import { SiteServerState } from './site-server'

/** A command that would serve the site, as it is shown before anything runs. */
export const ServeChoice = z.object({
  id: z.string().max(200),
  /** The command as one would type it. */
  line: z.string(),
  /** Of everything that the writer says yes to; a start that names another is refused. */
  key: z.string(),
  /** Variables added to the writer's own environment, `NAME=value`. */
  environment: z.array(z.string()),
  /** What else is run, to find a post's page. */
  alsoRuns: z.string().nullable(),
  /** The text of the package's script that it starts. */
  leadsTo: z.string().nullable(),
  /** What it writes into the blog's folder. */
  writes: z.string().nullable(),
  /** What is missing before it can work. */
  needs: z.string().nullable(),
})
/** See the schema of the same name. */
export type ServeChoice = z.infer<typeof ServeChoice>

/** The site's own server as the interface shows it. */
export const SiteServer = z.object({
  state: SiteServerState,
  /** The folder that the command runs in, absolute: for people to read. */
  folder: z.string(),
  /** Likeliest first. */
  choices: z.array(ServeChoice),
  /** The key that the writer said yes to for good, null when there is none or what it stood for has changed. */
  consented: z.string().nullable(),
  /** The output of this or the last run, oldest line first. */
  log: z.array(z.string()),
})
/** See the schema of the same name. */
export type SiteServer = z.infer<typeof SiteServer>

/** What to start: a choice by the key under which it was shown, or the command that the writer typed. */
export const ServeRequest = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('shown'), key: z.string().max(200) }),
  z.object({ kind: z.literal('typed'), line: z.string().max(2000) }),
  /** The one that was remembered for this blog. */
  z.object({ kind: z.literal('remembered') }),
])
/** See the schema of the same name. */
export type ServeRequest = z.infer<typeof ServeRequest>
