import { z } from 'zod'
import type { PlainValues } from '../markdown/templates/template-context'

/** See the type of the same name in `shared/markdown/templates/template-context.ts`. */
export const TemplateContext = z.object({
  isSite: z.boolean(),
  hasOwnTags: z.boolean(),
  hasForeignFiles: z.boolean(),
  site: z.record(z.string(), z.json()) as z.ZodType<PlainValues>,
  files: z.record(z.string(), z.string()),
  pages: z
    .array(z.object({ path: z.string(), address: z.string().nullable(), title: z.string() }))
    .readonly(),
})
