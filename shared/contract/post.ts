import { z } from 'zod'
import { PostPath } from './post-path'

/** One post in the list. Whatever is not known (yet) is null; nothing is guessed. */
export const PostSummary = z.object({
  path: PostPath,
  /** `other`: markup that Galley lists but does not edit as Markdown, such as `.rst`. */
  markup: z.enum(['markdown', 'other']),
  title: z.string(),
  /** False where the generator has no title for it: `title` is then a name for the list alone. */
  isTitled: z.boolean(),
  author: z.string().nullable(),
  /** The date as the file writes it. */
  dateText: z.string().nullable(),
  /** The instant, UTC. */
  dateISO: z.iso.datetime().nullable(),
  /** The day that the blog prints, `YYYY-MM-DD`. */
  day: z.string().nullable(),
  /** Whether the generator writes it by default; `reason` says why not. null: it cannot be told. */
  published: z.boolean().nullable(),
  reason: z.enum(['draft', 'future', 'expired', 'excluded', 'not-a-post']).nullable(),
  /** The rule behind `reason`, in words that fit after "No: ", such as "`draft: true`". */
  rule: z.string().nullable(),
  /** Where it is or will be, from the site's root, not percent-encoded. */
  permalink: z.string().nullable(),
  /** Of a site in several languages, or as the post says. */
  language: z.string().nullable(),
  /** A folder of its own (`bundle`) or a single file. */
  kind: z.enum(['bundle', 'file']),
  /** Tags and categories, as written. */
  tags: z.array(z.string()),
  /** What would stop the site's build or mislead the writer, in sentences. */
  problems: z.array(z.string()),
})
/** See the schema of the same name. */
export type PostSummary = z.infer<typeof PostSummary>

/** All posts of a blog. `unreadable` are files that could not be read, with the reason: they are shown, not hidden. */
export const PostList = z.object({
  posts: z.array(PostSummary),
  unreadable: z.array(z.object({ path: PostPath, message: z.string() })),
})
/** See the schema of the same name. */
export type PostList = z.infer<typeof PostList>

/** How a post's lines end. A mixed file keeps every `\r` in its text; the editor must split at `\n` only. */
export const LineEnding = z.enum(['lf', 'crlf', 'mixed'])
/** See the schema of the same name. */
export type LineEnding = z.infer<typeof LineEnding>

/** Whether a file's text can be changed here. */
export const Access = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('editable') }),
  /** `why` is a sentence for the writer: not UTF-8, not writable, too large, markup we do not edit. */
  z.object({ kind: z.literal('read-only'), why: z.string() }),
])
/** See the schema of the same name. */
export type Access = z.infer<typeof Access>

/** A post as read. `text` is the whole file without its byte order mark, line endings as they are on disk. */
export const PostFile = z.object({
  path: PostPath,
  text: z.string(),
  /** Names exactly these bytes; `posts.write` must name it. */
  version: z.string(),
  lineEnding: LineEnding,
  access: Access,
})
/** See the schema of the same name. */
export type PostFile = z.infer<typeof PostFile>

/**
 * Lines of a text from `from` to before `to` that gave way to `lines` others. Counted from 0 and ended by `\n`; `from` = `to` is the place
 * between two lines.
 */
export const LineEdit = z.object({
  from: z.number().int().nonnegative(),
  to: z.number().int().nonnegative(),
  lines: z.number().int().nonnegative(),
})
/** See the schema of the same name. */
export type LineEdit = z.infer<typeof LineEdit>

/** A write that happened. `note` tells of anything out of the ordinary (written in place to keep a hard link), null otherwise. */
export const WrittenPost = z.object({
  version: z.string(),
  savedAt: z.iso.datetime(),
  /** False when the text was what the disk had already. */
  wrote: z.boolean(),
  note: z.string().nullable(),
})
/** See the schema of the same name. */
export type WrittenPost = z.infer<typeof WrittenPost>

/** Text kept from a session that did not save it. */
export const RecoveredText = z.object({
  text: z.string(),
  baseVersion: z.string(),
  keptAt: z.iso.datetime(),
})
/** See the schema of the same name. */
export type RecoveredText = z.infer<typeof RecoveredText>

/** A post that is to be made: where, with which text, and where it will be published. */
export const NewPostPlan = z.object({
  path: PostPath,
  text: z.string(),
  /** Not percent-encoded; null where only a build knows it. */
  permalink: z.string().nullable(),
  /** Folders that posts lie in, most posts first; the first is the usual one. */
  folders: z.array(z.string()),
})
/** See the schema of the same name. */
export type NewPostPlan = z.infer<typeof NewPostPlan>
