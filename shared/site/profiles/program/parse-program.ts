import type { SyntaxNode } from '@lezer/common'
import { parser } from '@lezer/javascript'

/** One node of a program's syntax, as @lezer/javascript names it, without marks and types. */
export type ProgramNode = {
  readonly kind: string
  readonly from: number
  readonly to: number
  readonly source: string
  readonly parts: readonly ProgramNode[]
}

const typescript = parser.configure({ dialect: 'ts' })
const maxDepth = 200
const maxLength = 200_000
const dropped = new Set([
  ...[
    '(',
    ')',
    '{',
    '}',
    ',',
    ';',
    'LineComment',
    'BlockComment',
    'TypeAnnotation',
    'TypeArgList',
    'TypeParamList',
  ],
  ...['async', 'new', 'await', 'return', 'Arrow', 'Optional'],
])

/** Reads a program's syntax; nothing is run. Of an `.astro` file only the script between its fences counts. Never throws on mistakes. */
export function parseProgram(file: string, text: string): ProgramNode {
  const script = (file.endsWith('.astro') ? fencedScript(text) : text).slice(0, maxLength)
  return plain(typescript.parse(script).topNode, script, 0)
}

/** The script of an Astro file, at its place in the file. */
function fencedScript(text: string): string {
  const open = /^\uFEFF?\s*---/.exec(text)
  if (open === null) return ''
  const start = open[0].length
  const end = text.indexOf('\n---', start)
  return ' '.repeat(start) + text.slice(start, end === -1 ? text.length : end)
}

function plain(node: SyntaxNode, source: string, depth: number): ProgramNode {
  const parts: ProgramNode[] = []
  if (depth < maxDepth) {
    for (let child = node.firstChild; child !== null; child = child.nextSibling) {
      if (!dropped.has(child.name)) parts.push(plain(child, source, depth + 1))
    }
  }
  return { kind: node.name, from: node.from, to: node.to, source, parts }
}

/** The characters of a node. */
export function textOf(node: ProgramNode): string {
  return node.source.slice(node.from, node.to)
}

/** What a string's characters stand for. */
export function unquoted(text: string): string {
  return text
    .slice(1, -1)
    .replace(/\\(?:u([\da-fA-F]{4})|u\{([\da-fA-F]{1,6})\}|x([\da-fA-F]{2})|\r?\n|([\s\S]))/g, unescaped)
}

function unescaped(_whole: string, four?: string, braces?: string, two?: string, sign?: string): string {
  const code = four ?? braces ?? two
  if (code !== undefined) return String.fromCodePoint(Math.min(Number.parseInt(code, 16), 0x10ffff))
  if (sign === undefined) return ''
  return { n: '\n', t: '\t', r: '\r', b: '\b', f: '\f', v: '\v', 0: '\0' }[sign] ?? sign
}
