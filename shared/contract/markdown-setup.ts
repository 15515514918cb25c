import { z } from 'zod'
import { flavourIds } from '../markdown/flavours/flavour'

/** See the type of the same name in `shared/markdown/flavours/setup.ts`. */
export const MarkdownSetup = z.object({
  flavour: z.enum(flavourIds),
  options: z.record(z.string().max(100), z.json()),
})
