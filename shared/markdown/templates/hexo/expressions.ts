import { ownValue, type PlainValue, type PlainValues } from '../template-context'

const path = /^[A-Za-z_$][\w$]*(?:\.[A-Za-z_$][\w$]*)*$/

const filters = new Map<string, (text: string) => string>([
  ['capitalize', (text) => text.charAt(0).toUpperCase() + text.slice(1).toLowerCase()],
  ['lower', (text) => text.toLowerCase()],
  ['safe', (text) => text],
  ['string', (text) => text],
  ['title', (text) => text.toLowerCase().replace(/(^|\s)\S/g, (found) => found.toUpperCase())],
  ['trim', (text) => text.trim()],
  ['upper', (text) => text.toUpperCase()],
])

/** Nunjucks' other filters; it stops at any that is not its own: mozilla.github.io/nunjucks/templating.html#builtin-filters */
const otherFilters = new Set([
  ...[
    'abs',
    'batch',
    'center',
    'd',
    'default',
    'dictsort',
    'dump',
    'e',
    'escape',
    'first',
    'float',
    'forceescape',
  ],
  ...[
    'groupby',
    'indent',
    'int',
    'join',
    'last',
    'length',
    'list',
    'nl2br',
    'random',
    'reject',
    'rejectattr',
  ],
  ...['replace', 'reverse', 'round', 'select', 'selectattr', 'slice', 'sort', 'striptags', 'sum', 'truncate'],
  ...['urlencode', 'urlize', 'wordcount'],
])

/** What a build knows of a post besides its front matter. */
const built = new Set([
  'date',
  'updated',
  'categories',
  'tags',
  'path',
  'permalink',
  'source',
  'slug',
  'excerpt',
  'more',
  'prev',
  'next',
  'content',
  'raw',
  'full_source',
  'photos',
  'link',
  'asset_dir',
  'site',
  'config',
  'theme',
  'page',
  'url',
  'env',
  'layout',
  'filename',
  '_content',
])

/** The text of a Nunjucks expression over the post's front matter: a literal or a name, and simple filters. */
export function nunjucksValue(
  expression: string,
  page: PlainValues,
): { readonly text: string } | 'unknown' | 'unreadable' {
  const [first = '', ...rest] = expression.split('|').map((part) => part.trim())
  const quoted = /^(["'])([^"'\\]*)\1$/.exec(first)
  let value: PlainValue
  if (quoted) value = quoted[2] ?? ''
  else if (/^-?\d+(?:\.\d+)?$/.test(first)) value = Number(first)
  else if (!path.test(first))
    return /^[\w\s.+*/%()[\]"'!=<>?:,&|~-]+$/.test(first) && !/^[<>*/%]/.test(first)
      ? 'unknown'
      : 'unreadable'
  else {
    const names = first.split('.')
    if (built.has(names[0] ?? '') && names[0] !== 'page' && ownValue(page, names[0] ?? '') === undefined)
      return 'unknown'
    value = names.reduce<PlainValue>(
      (holder, name) =>
        holder !== null && typeof holder === 'object' && !Array.isArray(holder)
          ? (ownValue(holder as PlainValues, name) ?? null)
          : null,
      page,
    )
    if (value !== null && typeof value === 'object' && !Array.isArray(value)) return 'unknown'
  }
  let text = value === null ? '' : String(value)
  for (const name of rest) {
    const filter = filters.get(name)
    if (filter === undefined) return otherFilters.has(/^\w*/.exec(name)?.[0] ?? '') ? 'unknown' : 'unreadable'
    text = filter(text)
  }
  return { text }
}

/** Nunjucks' own tags. */
export const nunjucksTags = new Set([
  'if',
  'for',
  'set',
  'include',
  'import',
  'from',
  'macro',
  'call',
  'filter',
  'block',
  'extends',
  'asyncEach',
  'asyncAll',
  'ifAsync',
  'switch',
  'include_code',
  'include-code',
])
