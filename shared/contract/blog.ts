import { z } from 'zod'
import { generatorIds } from '../site/detect-generator'
import { MarkdownSetup } from './markdown-setup'

/** Names an open blog for as long as the process runs; says nothing about its folder. */
export const BlogId = z
  .string()
  .regex(/^[a-z0-9]{8,40}$/)
  .brand<'BlogId'>()
/** See the schema of the same name. */
export type BlogId = z.infer<typeof BlogId>

/** How the blog's folder stands to git. */
export const Repository = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('working-copy') }),
  /** No repository: editing works, committing waits for `blogs.initialiseGit`. */
  z.object({ kind: z.literal('none') }),
  /** No git on this machine. */
  z.object({ kind: z.literal('git-missing') }),
])
/** See the schema of the same name. */
export type Repository = z.infer<typeof Repository>

/** What the blog's posts taught us about how its generator reads them. */
export const SiteEvidence = z.object({
  /** How its posts' front matter is found: what `locateFrontMatter` takes. */
  locate: z.object({
    openerless: z.boolean(),
    pelican: z.boolean(),
    generator: z.enum(generatorIds).nullable(),
  }),
  /** The Markdown flavour that the preview renders, and what the site's configuration says about it. */
  setup: MarkdownSetup,
  /** Why that flavour was chosen and which options came from where, in sentences. */
  flavourReason: z.string(),
})
/** See the schema of the same name. */
export type SiteEvidence = z.infer<typeof SiteEvidence>

/** An open blog. `folder` is for people to read; calls name the blog by `id`. */
export const Blog = z.object({
  id: BlogId,
  name: z.string(),
  folder: z.string(),
  repository: Repository,
  evidence: SiteEvidence,
})
/** See the schema of the same name. */
export type Blog = z.infer<typeof Blog>

/** A blog opened before. */
export const RecentBlog = z.object({
  folder: z.string(),
  name: z.string(),
  openedAt: z.iso.datetime(),
  exists: z.boolean(),
})
/** See the schema of the same name. */
export type RecentBlog = z.infer<typeof RecentBlog>

/** The folders in a folder, for choosing one without a native dialog. */
export const FolderListing = z.object({
  folder: z.string(),
  /** null at the root of the file system. */
  parent: z.string().nullable(),
  folders: z.array(
    z.object({
      name: z.string(),
      folder: z.string(),
      isRepository: z.boolean(),
    }),
  ),
})
/** See the schema of the same name. */
export type FolderListing = z.infer<typeof FolderListing>
