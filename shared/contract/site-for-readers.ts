import { z } from 'zod'

/** What readers meet of a site besides a post's own page. What is not known is null. */
export const SiteForReaders = z.object({
  title: z.string().nullable(),
  /** Where it is published, without a slash at the end. */
  url: z.string().nullable(),
  /** How its list of posts prints the line of a post, learnt from `listPage`: see `ListStyle` in shared/site/reader. */
  list: z
    .object({
      datePattern: z.string().nullable(),
      yearlessPattern: z.string().nullable(),
      yearlessFor: z.enum(['current-year', 'all']),
      line: z.string(),
      linePlace: z.enum(['before', 'behind']),
    })
    .nullable(),
  /** The built page that the list was learnt from, a path inside the blog. */
  listPage: z.string().nullable(),
})
/** See the schema of the same name. */
export type SiteForReaders = z.infer<typeof SiteForReaders>
