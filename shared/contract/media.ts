import { z } from 'zod'
import { PostPath } from './post-path'

/** An image of the blog. */
export const MediaFile = z.object({
  path: PostPath,
  /** What a post's front matter has to say for it, in the form that the other posts use: `/images/tea.png`, `./tea.png`. */
  reference: z.string(),
  sizeBytes: z.number().int().nonnegative(),
})
/** See the schema of the same name. */
export type MediaFile = z.infer<typeof MediaFile>
