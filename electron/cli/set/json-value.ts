import { type Node, type ParseError, parseTree, printParseErrorCode } from 'jsonc-parser'
import type { AddedValue } from '#shared/front-matter/front-matter'
import { Misuse } from '../command'

/** JSON as a value of front matter; numbers keep every digit that they are written with. Throws `Misuse` for what is no JSON. */
export function readJsonValue(text: string): AddedValue {
  const errors: ParseError[] = []
  const root = parseTree(text, errors, { disallowComments: true, allowTrailingComma: false })
  const [error] = errors
  if (error !== undefined || root === undefined) {
    const what = error === undefined ? 'nothing' : printParseErrorCode(error.error)
    throw new Misuse(`VALUE is no JSON: ${what} at character ${(error?.offset ?? 0) + 1} of ${text}`)
  }
  return addedValue(text, root)
}

function addedValue(text: string, node: Node): AddedValue {
  switch (node.type) {
    case 'string':
      return { kind: 'text', text: String(node.value) }
    case 'array':
      return { kind: 'list', items: (node.children ?? []).map((item) => addedValue(text, item)) }
    case 'object': {
      const entries = (node.children ?? []).flatMap(({ children: [key, value] = [] }) =>
        key === undefined || value === undefined
          ? []
          : [[String(key.value), addedValue(text, value)] as const],
      )
      return { kind: 'map', entries }
    }
    default:
      return { kind: 'plain', source: text.slice(node.offset, node.offset + node.length) }
  }
}
