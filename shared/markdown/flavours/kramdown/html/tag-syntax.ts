import { markupName } from '../patterns'
import { isKnownElement } from './names'

/** A start tag as written. */
export type StartTag = {
  readonly name: string
  readonly attributes: Map<string, string>
  readonly isSelfClosing: boolean
  readonly end: number
}

const opening = new RegExp(`<(${markupName})`, 'uy')
const attributeName = new RegExp(`\\s+(${markupName})`, 'uy')
const attributeValue = /\s*=\s*(?:([\p{Alphabetic}\p{M}\p{Nd}\p{Pc}]+)|(["']))/uy
const ending = /\s*(\/)?>/y
const closing = new RegExp(`</(${markupName})\\s*>`, 'uy')

function matchAt(pattern: RegExp, text: string, at: number): RegExpExecArray | null {
  pattern.lastIndex = at
  return pattern.exec(text)
}

/** The start tag at `at`; null where there is none. `look` is told how far a value was searched that never ends. */
export function startTagAt(text: string, at: number, look?: (end: number) => void): StartTag | null {
  const open = matchAt(opening, text, at)
  if (open === null) return null
  const isKnown = isKnownElement((open[1] ?? '').toLowerCase())
  const caseOf = (name: string): string => (isKnown ? name.toLowerCase() : name)
  const attributes = new Map<string, string>()
  let position = at + open[0].length
  for (;;) {
    const name = matchAt(attributeName, text, position)
    if (name === null) break
    position += name[0].length
    let value = ''
    const assigned = matchAt(attributeValue, text, position)
    const quote = assigned?.[2]
    if (assigned && quote !== undefined) {
      const from = position + assigned[0].length
      const to = text.indexOf(quote, from)
      look?.(to < 0 ? text.length : to)
      if (to >= 0) {
        value = text.slice(from, to)
        position = to + 1
      }
    } else if (assigned) {
      value = assigned[1] ?? ''
      position += assigned[0].length
    }
    attributes.set(caseOf(name[1] ?? ''), value)
  }
  const end = matchAt(ending, text, position)
  if (end === null) return null
  return {
    name: caseOf(open[1] ?? ''),
    attributes,
    isSelfClosing: end[1] !== undefined,
    end: position + end[0].length,
  }
}

/** The end tag at `at`: its name as written and where it ends; null where there is none. */
export function endTagAt(text: string, at: number): { readonly name: string; readonly end: number } | null {
  const match = matchAt(closing, text, at)
  return match && { name: match[1] ?? '', end: at + match[0].length }
}
