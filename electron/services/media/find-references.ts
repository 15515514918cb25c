import type { FieldValue, LocateOptions } from '#shared/front-matter/front-matter'
import { locateFrontMatter } from '#shared/front-matter/locate'
import { readFrontMatter } from '#shared/front-matter/read'
import { isImagePath } from './image-kinds'

/** The images that a post names, in its fields and in its text. */
export type FoundReferences = {
  readonly inFields: readonly string[]
  readonly inBody: readonly string[]
}

// `![alt](reference)`, `src="reference"` in HTML and in shortcodes; bounded, so that no line of brackets takes long
const bodyPatterns = [
  /!\[[^\]\n]{0,300}\]\(\s{0,9}<?([^)>\s]{1,1000})/g,
  /\bsrc\s{0,9}=\s{0,9}["']([^"'\n]{1,1000})["']/g,
]

/** What a post's text refers to by a name that ends like an image's. Front matter that cannot be read refers to nothing. */
export function findReferences(text: string, options: LocateOptions): FoundReferences {
  const frontMatter = readFrontMatter(text, options)
  const body = text.slice(locateFrontMatter(text, options).bodyFrom)
  const inFields =
    frontMatter.kind === 'fields' ? frontMatter.fields.flatMap(({ value }) => textsOf(value)) : []
  const inBody = bodyPatterns.flatMap((pattern) =>
    Array.from(body.matchAll(pattern), ([, reference]) => reference ?? ''),
  )
  return { inFields: inFields.filter(namesImage), inBody: inBody.filter(namesImage) }
}

function namesImage(reference: string): boolean {
  return (
    reference.length <= 1000 && !reference.includes('\n') && isImagePath(reference.replace(/[?#].*$/s, ''))
  )
}

function textsOf(value: FieldValue): readonly string[] {
  switch (value.kind) {
    case 'text':
      return [value.text]
    case 'plain':
      return []
    case 'list':
      return value.items.flatMap(textsOf)
    case 'map':
      return value.entries.flatMap(({ value: entry }) => textsOf(entry))
  }
}
