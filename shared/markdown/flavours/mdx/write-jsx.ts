import { boxHtml, escapeHtml } from '../../templates/box'
import { boxWords } from '../../templates/box-words'
import type { Jsx } from './jsx-syntax'

const voidElements = new Set('area base br col embed hr img input link meta source track wbr'.split(' '))
const attributeNames: Readonly<Record<string, string>> = { className: 'class', htmlFor: 'for' }

/** A component of the site's own, by its name: it is code, and never run. */
const isComponent = (name: string): boolean => /^[A-Z_$]|\./.test(name)

/** A tag, expression or comment as HTML: an element as it is, a component as a box with what is given to it, its content around nothing. */
export function writeJsx(jsx: Jsx, source: string): string {
  if (jsx.kind === 'comment') return ''
  if (jsx.kind === 'expression')
    return jsx.text === null ? boxHtml(boxWords.unknownValue, source) : escapeHtml(jsx.text)
  const { name, place } = jsx
  if (name === '') return ''
  if (isComponent(name)) return place === 'closes' ? '' : boxHtml(boxWords.component(name), source)
  if (place === 'closes') return `</${name}>`
  const attributes = jsx.attributes.map(([key, value]) => {
    if (value === null) return ''
    const written = attributeNames[key] ?? key
    return value === true ? ` ${written}` : ` ${written}="${value.replaceAll('"', '&quot;')}"`
  })
  const closed = place === 'alone' && !voidElements.has(name) ? `</${name}>` : ''
  return `<${name}${attributes.join('')}>${closed}`
}
