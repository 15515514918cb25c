import type { AddedValue } from '../front-matter'
import type { JsonBlock } from './block'
import type { Layout } from './layout'

const plainSource = /^(?:true|false|null|-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?)$/

/** Why `value` has no form in JSON, a sentence for the writer; null when it has one. */
export function whyNotJson(value: AddedValue): string | null {
  switch (value.kind) {
    case 'text':
      return whyNoText(value.text)
    case 'plain':
      if (plainSource.test(value.source)) return null
      return `JSON has no value \`${value.source}\` without quotes. Give it as a text.`
    case 'list':
      return firstReason(value.items.map(whyNotJson))
    case 'map':
      return (
        whyRepeated(value) ??
        firstReason(value.entries.map(([key, entry]) => whyNoName(key) ?? whyNotJson(entry)))
      )
  }
}

function whyRepeated({ entries }: Extract<AddedValue, { kind: 'map' }>): string | null {
  if (new Set(entries.map(([key]) => key)).size === entries.length) return null
  return 'The same name is there twice. Remove one of the two.'
}

/** Why a text cannot be kept; null when it can. */
export function whyNoText(text: string): string | null {
  if (!/\p{Surrogate}|\0/u.test(text)) return null
  return 'This text holds a character that no post can hold (half a character, or NUL). Delete it and try again.'
}

/** Why nothing can be named `key`; null when something can. */
export function whyNoName(key: string): string | null {
  if (key === '') return 'A field needs a name.'
  if (key !== '__proto__') return whyNoText(key)
  return '`__proto__` has a meaning of its own to some generators. Choose another name.'
}

/** A text in double quotes, escaped as `old`, the source of the value it replaces, is: accents as `\u00e9`, slashes as `\/`. */
export function stringSource(text: string, block: JsonBlock, old: string | null = null): string {
  let source = JSON.stringify(text)
  if (block.isInComment) source = source.replace(/--(!?)>/g, '--$1\\u003e')
  if (old === null) return source
  const escaped = /\\u(?:00[89a-f]|0[1-9a-f]|[1-9a-f])[\da-f]{1,3}/i.exec(old)?.[0]
  if (escaped !== undefined && !/[^\0-\x7f]/.test(old)) source = asciiSource(source, /[A-F]/.test(escaped))
  return /\\\//.test(old) ? source.replaceAll('/', '\\/') : source
}

function asciiSource(source: string, inCapitals: boolean): string {
  return source.replace(/[\u0080-\uffff]/g, (character) => {
    const digits = character.charCodeAt(0).toString(16).padStart(4, '0')
    return `\\u${inCapitals ? digits.toUpperCase() : digits}`
  })
}

/**
 * Any value as source. `indent` is the indentation of the line that it begins on; null: it stands among others on one line
 * and takes no lines of its own.
 */
export function valueSource(
  value: AddedValue,
  block: JsonBlock,
  layout: Layout,
  indent: string | null,
): string {
  switch (value.kind) {
    case 'text':
      return stringSource(value.text, block)
    case 'plain':
      return value.source
    case 'list':
      return listSource(layout, indent, (inner) => {
        return value.items.map((item) => valueSource(item, block, layout, inner))
      })
    case 'map': {
      const inner = innerIndent(layout, 'object', indent)
      const entries = value.entries.map(([key, entry]) => {
        return `${stringSource(key, block)}${layout.colon}${valueSource(entry, block, layout, inner)}`
      })
      return bracketed('{', '}', entries, layout, layout.padding.object, inner === null ? null : indent)
    }
  }
}

/** A list; `indent` as in `valueSource`, whose inner one `itemSources` is given. */
export function listSource(
  layout: Layout,
  indent: string | null,
  itemSources: (indent: string | null) => readonly string[],
): string {
  const inner = innerIndent(layout, 'array', indent)
  return bracketed('[', ']', itemSources(inner), layout, layout.padding.array, inner === null ? null : indent)
}

function innerIndent(layout: Layout, type: 'object' | 'array', indent: string | null): string | null {
  return indent === null || !layout.hasLines[type] ? null : indent + layout.indent
}

function bracketed(
  open: string,
  close: string,
  parts: readonly string[],
  layout: Layout,
  padding: string,
  indent: string | null,
): string {
  if (parts.length === 0) return open + close
  if (indent === null) return `${open}${padding}${parts.join(layout.comma)}${padding}${close}`
  const line = layout.lineBreak + indent
  return `${open}${line}${layout.indent}${parts.join(`,${line}${layout.indent}`)}${line}${close}`
}

function firstReason(reasons: readonly (string | null)[]): string | null {
  return reasons.find((reason) => reason !== null) ?? null
}
