import { z } from 'zod'

const layout = z.object({
  view: z.enum(['write', 'split', 'preview']).default('split'),
  sidebarOpen: z.boolean().default(true),
  formOpen: z.boolean().default(true),
  frontMatter: z.enum(['form', 'raw']).default('form'),
  /** Text and preview scroll together. */
  scrollTogether: z.boolean().default(true),
})

/** How the preview shows the posts of one blog. */
export const PreviewSettings = z.object({
  /** The page around the post: Galley's own, the site's as learnt from a built page, or the one that the site's own server makes. */
  page: z.enum(['plain', 'site', 'server']),
  /** As what a reader meets the post: the article, at some width, or a sign of it elsewhere. */
  reader: z.enum(['article', 'phone', 'tablet', 'desktop', 'card', 'feed', 'search', 'social']),
  /** The Markdown flavour that the writer chose in place of the detected one. */
  flavour: z.string().max(100).nullable(),
  /** Pictures, sounds and films from other hosts may be loaded. */
  remoteMedia: z.boolean(),
  /** A built page to learn the site's page from, as the writer named it: a path inside the blog. */
  samplePage: z.string().max(4096).nullable(),
  /** The text marks what GitHub would show otherwise. */
  differences: z.boolean(),
})
/** See the schema of the same name. */
export type PreviewSettings = z.infer<typeof PreviewSettings>

/** By the blog's folder. What is not named is as in `defaultPreviewSettings`. */
const previewOfBlogs = z.record(z.string().max(4096), PreviewSettings.partial())

/** How the list shows the posts of one blog. */
export const PostListSettings = z.object({
  sort: z.enum(['date', 'title', 'author', 'state', 'folder']),
  /** Under headings: months, authors, states, folders. */
  grouped: z.boolean(),
  show: z.enum(['all', 'drafts', 'scheduled', 'changed']),
  /** Only posts with this tag; null for any. The same for the others. */
  tag: z.string().max(1000).nullable(),
  author: z.string().max(1000).nullable(),
  year: z.string().max(4).nullable(),
  language: z.string().max(100).nullable(),
})
/** See the schema of the same name. */
export type PostListSettings = z.infer<typeof PostListSettings>

/** By the blog's folder. What is not named is as in `defaultPostListSettings`. */
const postListOfBlogs = z.record(z.string().max(4096), PostListSettings.partial())

/** Everything the writer has chosen, with its defaults: one schema, repaired at one gate. */
export const Preferences = z.object({
  theme: z.enum(['system', 'light', 'dark']).default('system'),
  layout: layout.prefault({}),
  /** Sizes of the panels by the name of their group, in percent. */
  panels: z.record(z.string().max(100), z.record(z.string().max(100), z.number())).default({}),
  /** The post last open in each blog, by the blog's folder. */
  lastPost: z.record(z.string().max(4096), z.string().max(4096)).default({}),
  /** How each blog's posts are previewed, by the blog's folder. */
  preview: previewOfBlogs.default({}),
  /** How each blog's posts are listed, by the blog's folder. */
  postList: postListOfBlogs.default({}),
})
/** See the schema of the same name. */
export type Preferences = z.infer<typeof Preferences>

/** A change to some preferences; what is not named stays. Objects are merged one level deep, `preview` and `postList` two. */
export const PreferencesChange = z.object({
  theme: z.enum(['system', 'light', 'dark']).optional(),
  layout: z
    .object({
      view: z.enum(['write', 'split', 'preview']),
      sidebarOpen: z.boolean(),
      formOpen: z.boolean(),
      frontMatter: z.enum(['form', 'raw']),
      scrollTogether: z.boolean(),
    })
    .partial()
    .optional(),
  panels: z.record(z.string().max(100), z.record(z.string().max(100), z.number())).optional(),
  lastPost: z.record(z.string().max(4096), z.string().max(4096)).optional(),
  preview: previewOfBlogs.optional(),
  postList: postListOfBlogs.optional(),
})
/** See the schema of the same name. */
export type PreferencesChange = z.infer<typeof PreferencesChange>
