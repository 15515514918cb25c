import type { CodeLine, CodeToken } from './code-line'

const references: Readonly<Record<string, string>> = {
  '&amp;': '&',
  '&lt;': '<',
  '&gt;': '>',
  '&quot;': '"',
  '&#x27;': "'",
}

const part = /<span class="([^"]*)">|<\/span>|(&(?:amp|lt|gt|quot|#x27);)|([^<&]+|[<&])/g

/** The scope in a class that highlight.js writes: `hljs-title function_` is `title.function`; '' for the name of a language inside. */
function scopeOf(classes: string): string {
  const names = classes.split(' ')
  if (!names[0]?.startsWith('hljs-')) return ''
  return names
    .map((name, index) => (index === 0 ? name.slice('hljs-'.length) : name.replace(/_+$/, '')))
    .join('.')
}

/** What highlight.js writes as lines of tokens: of scopes in each other the innermost counts. Joined, the texts are the code. */
export function readMarkup(markup: string): readonly CodeLine[] {
  const lines: CodeToken[][] = [[]]
  const scopes: string[] = []
  const add = (text: string): void => {
    const scope = scopes.at(-1) ?? ''
    const line = lines.at(-1)
    const last = line?.at(-1)
    if (line === undefined || text === '') return
    if (last?.[0] === scope) line[line.length - 1] = [scope, last[1] + text]
    else line.push([scope, text])
  }
  for (const [, classes, reference, text] of markup.matchAll(part)) {
    if (classes !== undefined) scopes.push(scopeOf(classes) || (scopes.at(-1) ?? ''))
    else if (reference !== undefined) add(references[reference] ?? reference)
    else if (text === undefined) scopes.pop()
    else {
      const [first = '', ...more] = text.split('\n')
      add(first)
      for (const line of more) {
        lines.push([])
        add(line)
      }
    }
  }
  return lines
}
