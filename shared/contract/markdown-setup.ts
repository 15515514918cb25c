import { z } from 'zod'
import { flavourIds } from '../markdown/flavours/flavour'
import type { OptionValue } from '../markdown/flavours/setup'

const optionValue = z.json() as z.ZodType<OptionValue>

/** See the type of the same name in `shared/markdown/flavours/setup.ts`. */
export const MarkdownSetup = z.object({
  flavour: z.enum(flavourIds),
  options: z.record(z.string().max(100), optionValue),
})
