import type { MarkdownIt, Token } from 'markdown-it'
import { renderEnvironmentOf } from '../markdown-it/environment'

const attributeList = /[ \t]*\{([^{}]*)\}[ \t]*$/
// goldmark 1.5 parser/attribute.go: no single quotation marks, and names run on over full stops
const attribute =
  /^(?:#(?<id>[\w:.\u0080-\uffff-]+)|\.(?<name>[\w:.\u0080-\uffff-]+)|(?<key>[a-zA-Z_:][-a-zA-Z0-9_:.]*)\s*=\s*(?:"(?<double>[^"]*)"|(?<bare>[-+\w][\w:.-]*)))[\s,]*/

/** Names and values, in the order in which they stand. */
export type Attributes = readonly (readonly [string, string])[]

/** Attributes between braces, in their order; null when the braces hold anything else. */
export function readAttributes(source: string): Attributes | null {
  const attributes: [string, string][] = []
  let left = source.trim()
  while (left !== '') {
    const match = attribute.exec(left)
    const { id, name, key, double, bare } = match?.groups ?? {}
    if (match === null) return null
    if (id !== undefined) attributes.push(['id', id])
    else if (name !== undefined) addClass(attributes, name)
    else attributes.push([key ?? '', double ?? bare ?? ''])
    left = left.slice(match[0].length)
  }
  return attributes
}

function addClass(attributes: [string, string][], name: string): void {
  const known = attributes.find(([key]) => key === 'class')
  if (known === undefined) attributes.push(['class', name])
  else known[1] += ` ${name}`
}

/** Takes `{#id .class key=value}` off the end of each heading and notes what its id is made of. */
export function readHeadings(tokens: readonly Token[], hasAttributes = true): void {
  for (const [index, token] of tokens.entries()) {
    const inline = tokens[index + 1]
    if (token.type !== 'heading_open' || inline?.type !== 'inline') continue
    const found = hasAttributes ? attributeList.exec(inline.content) : null
    const attributes = found?.[1]?.trim() ? readAttributes(found[1]) : null
    if (found !== null && attributes !== null) inline.content = inline.content.slice(0, found.index)
    // only the last line of an underlined heading counts
    const source = inline.content.slice(inline.content.lastIndexOf('\n') + 1)
    token.meta = { attributes: attributes ?? [], source }
  }
}

/** Writes headings with their ids, and with the attributes that `readHeadings` has found. */
export function useHeadings(markdownIt: MarkdownIt, hasIds = true): void {
  const { escapeHtml } = markdownIt.utils
  markdownIt.renderer.rules.heading_open = (tokens, index, _options, env) => {
    const token = tokens[index]
    const attributes = (token?.meta?.attributes ?? []) as Attributes
    const own = attributes.find(([key]) => key === 'id')?.[1]
    const text = own ?? String(token?.meta?.source ?? '')
    const id = renderEnvironmentOf(env)?.marks.place({
      kind: 'heading-id',
      text: [own === undefined ? text : escapeHtml(text)],
      isExplicit: own !== undefined,
    })
    const others = attributes
      .filter(([key]) => key !== 'id' && !/^on/i.test(key))
      .map(([key, value]) => ` ${escapeHtml(key)}="${escapeHtml(value)}"`)
    const named = hasIds || own !== undefined ? ` id="${id ?? ''}"` : ''
    return `<${token?.tag}${named}${others.join('')}>`
  }
}
