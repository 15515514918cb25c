import { type ProgramValue, unknown } from './program-value'

/** A program can make a text or a list as long as it likes; beyond these it is unknown. */
export const maxTextLength = 50_000
/** See `maxTextLength`. */
export const maxListLength = 20_000

/** A value, or unknown where it is too long. */
export function bounded(value: ProgramValue): ProgramValue {
  if (typeof value === 'string') return value.length > maxTextLength ? unknown : value
  return Array.isArray(value) && value.length > maxListLength ? unknown : value
}

/** Texts put together with `separator` between them, or unknown where that is too long. */
export function joinedTexts(texts: readonly string[], separator: string): string | typeof unknown {
  let length = 0
  for (const text of texts) {
    length += text.length + separator.length
    if (length > maxTextLength) return unknown
  }
  return texts.join(separator)
}
