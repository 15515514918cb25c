/** How a highlighter names what it finds, and so which style sheet colours it. */
export type CodeNaming = 'short' | 'prism' | 'hljs' | 'hexo'

/** A kind of token as our own theme knows it, with the short name of Pygments, Rouge and Chroma, and Prism's. */
type Names = { readonly own: string; readonly short: string; readonly prism: string }

const names = (own: string, short: string, prism: string): Names => ({ own, short, prism })

/** By the scope's beginning: the longest that fits counts. pygments.org/docs/tokens, prismjs.com/tokens.html, highlight.js' css-classes-reference. */
const table: Readonly<Record<string, Names>> = {
  keyword: names('keyword', 'k', 'keyword'),
  built_in: names('name', 'nb', 'builtin'),
  type: names('type', 'kt', 'class-name'),
  literal: names('number', 'kc', 'boolean'),
  number: names('number', 'mi', 'number'),
  operator: names('', 'o', 'operator'),
  punctuation: names('', 'p', 'punctuation'),
  property: names('', 'nx', 'property'),
  regexp: names('string', 'sr', 'regex'),
  string: names('string', 's', 'string'),
  'char.escape': names('number', 'se', 'char'),
  symbol: names('string', 'ss', 'symbol'),
  variable: names('attribute', 'nv', 'variable'),
  'variable.language': names('keyword', 'bp', 'keyword'),
  'variable.constant': names('attribute', 'no', 'constant'),
  title: names('name', 'nf', 'function'),
  'title.class': names('type', 'nc', 'class-name'),
  'title.function': names('name', 'nf', 'function'),
  comment: names('comment', 'c1', 'comment'),
  doctag: names('comment', 'cs', 'comment'),
  meta: names('meta', 'cp', 'meta'),
  'meta.prompt': names('meta', 'gp', 'prompt'),
  section: names('name', 'gh', 'title'),
  tag: names('tag', 'nt', 'tag'),
  name: names('tag', 'nt', 'tag'),
  attr: names('attribute', 'na', 'attr-name'),
  attribute: names('attribute', 'na', 'property'),
  bullet: names('keyword', 'k', 'list'),
  code: names('string', 'sb', 'code'),
  emphasis: names('emphasis', 'ge', 'italic'),
  strong: names('strong', 'gs', 'bold'),
  formula: names('string', 's', 'string'),
  link: names('string', 's', 'url'),
  quote: names('comment', 'c', 'blockquote'),
  'selector-tag': names('tag', 'nt', 'selector'),
  'selector-id': names('name', 'nn', 'selector'),
  'selector-class': names('type', 'nc', 'selector'),
  'selector-attr': names('attribute', 'na', 'selector'),
  'selector-pseudo': names('name', 'nd', 'selector'),
  'template-tag': names('meta', 'cp', 'tag'),
  'template-variable': names('attribute', 'nv', 'variable'),
  addition: names('addition', 'gi', 'inserted'),
  deletion: names('deletion', 'gd', 'deleted'),
}

const declarations =
  /^(?:abstract|class|const|def|enum|export|extends|fn|func|function|implements|interface|let|private|protected|public|static|struct|trait|type|val|var)$/

/** The short name where what is written tells more than the scope. */
function exactShort(short: string, text: string): string {
  if (short === 'k' && declarations.test(text)) return 'kd'
  if (short === 's')
    return text.startsWith("'") ? 's1' : text.startsWith('"') ? 's2' : text.startsWith('`') ? 'sb' : 's'
  if (short === 'mi') return /^0x/i.test(text) ? 'mh' : text.includes('.') ? 'mf' : 'mi'
  if (short === 'c1') return /^(?:\/\*|<!--|\{-|\(\*)/.test(text) ? 'cm' : 'c1'
  if (short === 'cp' && text.startsWith('@')) return 'nd'
  return short
}

function namesOf(scope: string): Names | undefined {
  for (let part = scope; part !== ''; part = part.slice(0, Math.max(0, part.lastIndexOf('.')))) {
    const found = table[part]
    if (found) return found
  }
  return undefined
}

/** highlight.js' own: the first part with the prefix, the others with as many underscores as there are parts before them. */
function scopeClasses(scope: string, prefix: string): string {
  return scope
    .split('.')
    .map((part, index) => (index === 0 ? prefix + part : part + '_'.repeat(index)))
    .join(' ')
}

/**
 * The classes of a token: those that the site's style sheet knows, and one of ours, `code-…`, which colours it on the plain page. '' for what no
 * highlighter marks.
 */
export function tokenClasses(scope: string, text: string, naming: CodeNaming): string {
  const found = namesOf(scope)
  if (found === undefined) return ''
  const own = found.own === '' ? [] : [`code-${found.own}`]
  switch (naming) {
    case 'short':
      return [exactShort(found.short, text), ...own].join(' ')
    case 'prism':
      return ['token', found.prism, ...own].join(' ')
    case 'hljs':
      return [scopeClasses(scope, 'hljs-'), ...own].join(' ')
    case 'hexo':
      return [scopeClasses(scope, ''), ...own].join(' ')
  }
}
