import { type Asked, askedIn, joinAsked } from './conditions'
import { type SiteTexts, templatesOf } from './site-texts'

/** Where a site's templates speak of something, and under which conditions. */
export type Mention = {
  /** The templates that speak of it, one after the other. */
  readonly text: string
  readonly asked: Asked
}

/** So many of them are looked for in the others. */
const maxIncluded = 20

/** `layouts/partials/math.html` is named by `math`; `_includes/head/custom.html` by `custom`. */
function nameOf(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1).replace(/\.\w+$/, '')
}

/** Ways to put one template into another, up to its name. */
const inclusion = (name: string): RegExp =>
  new RegExp(
    `(?:partial(?:Cached)?|include(?:_cached|_relative)?|template|import|embed)\\b[^\\n%}>]{0,200}[\\s"'/(]${name}(?:\\.\\w+)?[\\s"')%]`,
    'i',
  )

/**
 * Finds what `pattern` names in a site's templates. The conditions are those in the templates that speak of it and in those that include them, as
 * far as they ask for a key that `isKey` knows. null where no template speaks of it.
 */
export function findMention(
  site: SiteTexts,
  pattern: RegExp,
  isKey: (key: string) => boolean,
): Mention | null {
  const templates = templatesOf(site)
  const speaking = templates.filter(([, text]) => pattern.test(text))
  if (speaking.length === 0) return null
  const inclusions = speaking
    .slice(0, maxIncluded)
    .map(([path]) => inclusion(nameOf(path).replace(/[^\w-]/g, '.')))
  const including = templates.filter(([, text]) => inclusions.some((included) => included.test(text)))
  const all = [...speaking, ...including].map(([, text]) => text)
  return {
    text: speaking.map(([, text]) => text).join('\n'),
    asked: joinAsked(all.map((text) => askedIn(text, isKey))),
  }
}

/** Whether the site has the frame of its pages in its own folder, and not in a theme that is elsewhere. */
export function hasPageFrame(site: SiteTexts): boolean {
  return templatesOf(site).some(([, text]) => /<head[\s>]/i.test(text))
}
