import { z } from 'zod'

const layout = z.object({
  view: z.enum(['write', 'split', 'preview']).default('split'),
  sidebarOpen: z.boolean().default(true),
  formOpen: z.boolean().default(true),
  frontMatter: z.enum(['form', 'raw']).default('form'),
})

/** Everything the writer has chosen, with its defaults: one schema, repaired at one gate. */
export const Preferences = z.object({
  theme: z.enum(['system', 'light', 'dark']).default('system'),
  layout: layout.prefault({}),
  /** Sizes of the panels by the name of their group, in percent. */
  panels: z.record(z.string().max(100), z.record(z.string().max(100), z.number())).default({}),
  /** The post last open in each blog, by the blog's folder. */
  lastPost: z.record(z.string().max(4096), z.string().max(4096)).default({}),
})
/** See the schema of the same name. */
export type Preferences = z.infer<typeof Preferences>

/** A change to some preferences; what is not named stays. Objects are merged one level deep. */
export const PreferencesChange = z.object({
  theme: z.enum(['system', 'light', 'dark']).optional(),
  layout: z
    .object({
      view: z.enum(['write', 'split', 'preview']),
      sidebarOpen: z.boolean(),
      formOpen: z.boolean(),
      frontMatter: z.enum(['form', 'raw']),
    })
    .partial()
    .optional(),
  panels: z.record(z.string().max(100), z.record(z.string().max(100), z.number())).optional(),
  lastPost: z.record(z.string().max(4096), z.string().max(4096)).optional(),
})
/** See the schema of the same name. */
export type PreferencesChange = z.infer<typeof PreferencesChange>
