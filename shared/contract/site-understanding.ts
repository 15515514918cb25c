import { z } from 'zod'
import { profileIds, type SiteChoices } from '../site/profile'

/** Where in the blog something is said; lines count from 1. */
const Source = z.object({ file: z.string(), line: z.number().int().positive().nullable() })

/** What the writer may choose; see `SiteChoices`. */
export const SiteChoice = z.enum([
  'generator',
  'postFolders',
  'permalink',
  'timeZone',
  'draftKey',
  'imageFolder',
]) satisfies z.ZodType<keyof SiteChoices>
/** See the schema of the same name. */
export type SiteChoice = z.infer<typeof SiteChoice>

/** One line of the Site page: see `SiteAnswer` in shared/site/profile.ts. `source.file` is relative to the blog. */
const Answer = z.object({
  about: z.enum([
    'generator',
    'folder',
    'posts',
    'drafts',
    'scheduled',
    'time-zone',
    'permalinks',
    'languages',
    'images',
    'new-posts',
  ]),
  answer: z.string(),
  source: Source.nullable(),
  certainty: z.enum(['stated', 'default', 'inferred', 'chosen', 'unknown']),
  choice: SiteChoice.nullable(),
})

/** One site of a blog, as its generator reads it. */
export const UnderstoodSite = z.object({
  /** The site's folder in the blog, empty for the blog's own. */
  folder: z.string(),
  profile: z.enum(profileIds),
  postCount: z.number().int().nonnegative(),
  answers: z.array(Answer),
  problems: z.array(z.object({ message: z.string(), source: Source })),
})
/** See the schema of the same name. */
export type UnderstoodSite = z.infer<typeof UnderstoodSite>

/** What was understood of a blog's sites, most often one. `chosen` is what `.galley.yml` says, null where it says nothing. */
export const SiteUnderstanding = z.object({
  sites: z.array(UnderstoodSite),
  chosen: z.array(z.object({ choice: SiteChoice, value: z.string(), source: Source })),
})
/** See the schema of the same name. */
export type SiteUnderstanding = z.infer<typeof SiteUnderstanding>
