const words = (text: string): ReadonlySet<string> => new Set(text.split(' '))

/** Elements whose content is blocks where Markdown is read in them. */
const blockContent = words(
  'address applet article aside blockquote body dd details div dl dt fieldset figure figcaption footer form header hgroup ' +
    'iframe li main map menu nav noscript object section summary td',
)

/** Elements whose content is text with markup. */
const spanContent = words(
  'a abbr acronym b bdo big button cite caption del dfn dt em h1 h2 h3 h4 h5 h6 i ins label legend optgroup p q rb rbc rp rt ' +
    'rtc ruby select small span strong sub sup th tt',
)

const rawContent = words('script style math option textarea pre code kbd samp var')

/** Elements that stand inside a line of text. */
export const spanElements = words(
  'a abbr acronym b big bdo br button cite code del dfn em i img input ins kbd label mark option q rb rbc rp rt rtc ruby samp ' +
    'select small span strong sub sup tt u var',
)

/** Elements that may not stand inside a line of text. */
export const blockElements = words(
  'address article aside applet body blockquote caption col colgroup dd div dl dt fieldset figcaption footer form h1 h2 h3 h4 ' +
    'h5 h6 header hgroup hr html head iframe legend menu li main map nav ol optgroup p pre section summary table tbody td th ' +
    'thead tfoot tr ul',
)

/** Elements that have no content. */
export const voidElements = words(
  'area base br col command embed hr img input keygen link meta param source track wbr',
)

const known = [spanElements, blockElements, voidElements, blockContent, spanContent, rawContent]

/** How an element's content is read where Markdown is wanted in it. */
export type ContentModel = 'block' | 'span' | 'raw'

/** The content model of an element, by its name. */
export function contentModelOf(name: string): ContentModel {
  if (blockContent.has(name)) return 'block'
  return spanContent.has(name) ? 'span' : 'raw'
}

/** Whether kramdown knows the element; the names of others keep their case. */
export function isKnownElement(name: string): boolean {
  return known.some((names) => names.has(name))
}

/** Look-ahead for a regular expression: no tag that lets a paragraph go on. */
export const blockBreakingNames = `(?!(?:${[...spanElements, 'script'].join('|')})\\b)`
