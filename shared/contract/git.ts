import { z } from 'zod'
import { PostPath } from './post-path'

/** Who a commit is by. */
export const Identity = z.object({
  name: z
    .string()
    .trim()
    .min(1)
    .max(200)
    .regex(/^[^<>\n\r\0]+$/, 'a name without < > or line breaks'),
  email: z
    .string()
    .trim()
    .min(3)
    .max(320)
    .regex(/^[^\s<>@]+@[^\s<>@]+$/, 'an address like name@example.org'),
})
/** See the schema of the same name. */
export type Identity = z.infer<typeof Identity>

/** Where HEAD is. */
export const Head = z.discriminatedUnion('kind', [
  /** `ahead` and `behind` are null without an upstream. */
  z.object({
    kind: z.literal('branch'),
    name: z.string(),
    ahead: z.number().int().nullable(),
    behind: z.number().int().nullable(),
  }),
  z.object({ kind: z.literal('detached'), commit: z.string() }),
  /** A repository without commits. */
  z.object({ kind: z.literal('unborn'), name: z.string() }),
])
/** See the schema of the same name. */
export type Head = z.infer<typeof Head>

/** One changed file, relative to the blog's folder. `staged` and `unstaged` say where the change stands. */
export const ChangedFile = z.object({
  path: PostPath,
  change: z.enum(['added', 'modified', 'deleted', 'untracked', 'conflicted']),
  staged: z.boolean(),
  unstaged: z.boolean(),
})
/** See the schema of the same name. */
export type ChangedFile = z.infer<typeof ChangedFile>

/** A setting, hook or file of the repository through which git would run a program. */
export const TrustFinding = z.object({
  name: z.string(),
  where: z.string(),
  why: z.string(),
})
/** See the schema of the same name. */
export type TrustFinding = z.infer<typeof TrustFinding>

/** What git says of the blog. Only `ready` can be committed to. */
export const GitStatus = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('ready'),
    head: Head,
    files: z.array(ChangedFile),
    /** null: git knows no author; ask before a commit. */
    identity: Identity.partial().nullable(),
    /** An operation that someone else began and that we neither touch nor continue. */
    inProgress: z.enum(['merge', 'rebase', 'cherry-pick', 'revert', 'bisect']).nullable(),
  }),
  z.object({ kind: z.literal('none') }),
  z.object({ kind: z.literal('bare') }),
  z.object({ kind: z.literal('git-missing') }),
  /** The repository's settings would run programs; nothing was run. */
  z.object({
    kind: z.literal('untrusted'),
    findings: z.array(TrustFinding),
    fingerprint: z.string(),
  }),
])
/** See the schema of the same name. */
export type GitStatus = z.infer<typeof GitStatus>

/** One file's change against HEAD. `before` is null for a new file, `after` for a deleted one; both null when `binary`. */
export const GitDiff = z.object({
  before: z.string().nullable(),
  after: z.string().nullable(),
  binary: z.boolean(),
  addedLines: z.number().int(),
  removedLines: z.number().int(),
})
/** See the schema of the same name. */
export type GitDiff = z.infer<typeof GitDiff>
