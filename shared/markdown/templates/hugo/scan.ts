/** A shortcode's parameters: by position, or by name; never both. */
export type Parameters = {
  readonly positional: readonly string[]
  readonly named: ReadonlyMap<string, string>
}

/** A piece of a post as Hugo's lexer sees it. Offsets are UTF-16 units. */
export type ShortcodeToken =
  | { readonly kind: 'text'; readonly from: number; readonly to: number }
  /** Text that only looks like a shortcode: what stands in a shortcode's comment. */
  | { readonly kind: 'escaped'; readonly from: number; readonly to: number; readonly text: string }
  | {
      readonly kind: 'open'
      readonly from: number
      readonly to: number
      /** Its output is Markdown: `{{% %}}`. */
      readonly isMarkdown: boolean
      readonly name: string
      readonly parameters: Parameters
      readonly isSelfClosed: boolean
    }
  | { readonly kind: 'close'; readonly from: number; readonly to: number; readonly name: string }
  | { readonly kind: 'broken'; readonly from: number; readonly to: number; readonly message: string }

const parameter =
  /\s*(?:([\p{L}\p{N}_.-]+)\s*=\s*)?(?:"((?:[^"\\]|\\[\s\S])*)"|`([^`]*)`|([\p{L}\p{N}_.+-]+))(?=[\s>%/]|$)/uy
const nameSyntax = /\s*(\/)?\s*([\p{L}\p{N}_./-]*[\p{L}\p{N}_.-])(?=[\s>%/]|$)/uy

const maxBrokenLength = 500

/** Splits a post at its shortcodes. */
export function scanShortcodes(body: string): readonly ShortcodeToken[] {
  const tokens: ShortcodeToken[] = []
  const lastCommentEnd = Math.max(body.lastIndexOf('*/>}}'), body.lastIndexOf('*/%}}'))
  const opening = /\{\{[<%]/g
  let position = 0
  for (let found = opening.exec(body); found !== null; found = opening.exec(body)) {
    if (found.index > position) tokens.push({ kind: 'text', from: position, to: found.index })
    const token = readShortcode(body, found.index, lastCommentEnd)
    tokens.push(token)
    position = token.to
    opening.lastIndex = position
  }
  if (position < body.length) tokens.push({ kind: 'text', from: position, to: body.length })
  return tokens
}

function readShortcode(body: string, from: number, lastCommentEnd: number): ShortcodeToken {
  const mark = body[from + 2] ?? ''
  const ending = `${mark === '<' ? '>' : '%'}}}`
  if (body.startsWith('/*', from + 3)) {
    const end = from < lastCommentEnd ? body.indexOf(`*/${ending}`, from + 5) : -1
    return readComment(body, { from, end }, mark, ending)
  }
  const broken = (message: string, at: number): ShortcodeToken => {
    // for the box: as much as stands on the line
    const line = /^[^\n]*/.exec(body.slice(at, at + maxBrokenLength))?.[0] ?? ''
    const end = line.indexOf(ending)
    return { kind: 'broken', from, to: end < 0 ? from + 3 : at + end + ending.length, message }
  }
  nameSyntax.lastIndex = from + 3
  const named = nameSyntax.exec(body)
  if (named === null) return broken('a shortcode without a name', from + 3)
  const [, slash, name = ''] = named
  let position = nameSyntax.lastIndex
  const positional: string[] = []
  const byName = new Map<string, string>()
  for (;;) {
    parameter.lastIndex = position
    const found = parameter.exec(body)
    if (found === null) break
    position = parameter.lastIndex
    const value = found[2]?.replace(/\\"/g, '"') ?? found[3] ?? found[4] ?? ''
    if (found[1] === undefined) positional.push(value)
    else byName.set(found[1], value)
  }
  const rest = /\s*(\/)?/y
  rest.lastIndex = position
  const isSelfClosed = rest.exec(body)?.[1] !== undefined
  position = rest.lastIndex
  if (!body.startsWith(ending, position))
    return broken(`“${name}” has parameters that cannot be read`, position)
  const to = position + ending.length
  if (positional.length > 0 && byName.size > 0) {
    return { kind: 'broken', from, to, message: `“${name}” mixes named parameters with others` }
  }
  if (slash !== undefined) return { kind: 'close', from, to, name }
  const parameters = { positional, named: byName }
  return { kind: 'open', from, to, isMarkdown: mark === '%', name, parameters, isSelfClosed }
}

function readComment(
  body: string,
  { from, end }: { readonly from: number; readonly end: number },
  mark: string,
  ending: string,
): ShortcodeToken {
  if (end < 0)
    return { kind: 'broken', from, to: from + 3, message: 'the comment of a shortcode is not ended' }
  const text = `{{${mark}${body.slice(from + 5, end)}${ending}`
  return { kind: 'escaped', from, to: end + 2 + ending.length, text }
}
