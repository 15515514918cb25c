import { z } from 'zod'
import { PostPath } from './post-path'

const attributes = z.record(z.string(), z.string())

/** How a site prints dates: see `DateStyle` in shared/site/page-frame. */
export const DateStyleSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('pattern'), pattern: z.string() }),
  z.object({
    kind: z.literal('language'),
    language: z.string(),
    length: z.enum(['full', 'long', 'medium', 'short']),
  }),
])

/** The page of the site around a post, learnt from a built one: see `LearnedFrame` in shared/site/page-frame. Holds nothing that runs. */
export const SiteFrame = z.object({
  htmlAttributes: attributes,
  bodyAttributes: attributes,
  styles: z.array(
    z.discriminatedUnion('kind', [
      z.object({ kind: z.literal('sheet'), address: z.string(), media: z.string() }),
      z.object({ kind: z.literal('text'), css: z.string(), media: z.string() }),
    ]),
  ),
  pageTitle: z.object({ before: z.string(), after: z.string() }),
  markup: z.string(),
  dateStyle: DateStyleSchema.nullable(),
  author: z.string().nullable(),
})
/** See the schema of the same name. */
export type SiteFrame = z.infer<typeof SiteFrame>

/** What was learnt about the page around a post. */
export const PageFrame = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('learned'),
    frame: SiteFrame,
    /** The folder of the blog that the built site lies in, `` for the blog's own. */
    output: z.string(),
    /** The built page, a path inside the blog. */
    page: z.string(),
    /** The post that the page was built of. */
    post: PostPath,
    /** Whether that is the post that was asked for. */
    isOwn: z.boolean(),
    /** From what it was learnt, as a sentence for the writer. */
    why: z.string(),
  }),
  z.object({
    kind: z.literal('none'),
    /** `no-output`: nothing built was found. `no-match`: no page holds a post. `scripts`: the pages are drawn by scripts. */
    reason: z.enum(['no-output', 'no-match', 'scripts']),
    /** What that means and what to do, for the writer. */
    message: z.string(),
  }),
])
/** See the schema of the same name. */
export type PageFrame = z.infer<typeof PageFrame>
