import { type ProgramNode, textOf, unquoted } from './parse-program'
import { fieldOf, type ProgramValue, unknown } from './program-value'

/** Where the names of a pattern go, and how what stands for a missing value is worked out. */
export type Binding = {
  readonly names: Map<string, ProgramValue>
  readonly evaluate: (node: ProgramNode | undefined) => ProgramValue
}

/** Gives values to the targets of a list of parameters, or of a pattern `[a, b = 1, ...c]`. */
export function bindAll(
  targets: readonly ProgramNode[],
  values: readonly ProgramValue[],
  binding: Binding,
): void {
  let place = 0
  for (let index = 0; index < targets.length; index++) {
    const target = targets[index]
    if (target === undefined) continue
    if (target.kind === 'Spread') {
      const rest = targets[index + 1]
      if (rest !== undefined) bind(rest, values.slice(place), binding)
      return
    }
    const hasDefault = targets[index + 1]?.kind === 'Equals'
    const given = values[place]
    bind(target, given === undefined && hasDefault ? binding.evaluate(targets[index + 2]) : given, binding)
    if (hasDefault) index += 2
    place += 1
  }
}

/** Gives a value to a name, or its parts to the names of a pattern. */
export function bind(target: ProgramNode, value: ProgramValue, binding: Binding): void {
  if (target.kind === 'VariableDefinition') binding.names.set(textOf(target), value)
  else if (target.kind === 'ArrayPattern') {
    const parts = target.parts.filter(({ kind }) => kind !== '[' && kind !== ']')
    bindAll(parts, Array.isArray(value) ? value : parts.map(() => unknown), binding)
  } else if (target.kind === 'ObjectPattern') {
    for (const property of target.parts) bindProperty(property, value, binding)
  }
}

function bindProperty(property: ProgramNode, value: ProgramValue, binding: Binding): void {
  const [key, second, third] = property.parts
  if (key === undefined) return
  if (key.kind === 'Spread') {
    if (second !== undefined) bind(second, value, binding)
    return
  }
  const target = second?.kind === ':' ? third : key
  const otherwise = property.parts.findIndex(({ kind }) => kind === 'Equals')
  const found = fieldOf(value, nameOf(key))
  const isMissing = found === undefined && otherwise >= 0
  if (target !== undefined)
    bind(target, isMissing ? binding.evaluate(property.parts[otherwise + 1]) : found, binding)
}

/** The name that a property, or a declaration, goes by. */
export function nameOf(node: ProgramNode | undefined): string {
  if (node === undefined) return ''
  return node.kind === 'String' ? unquoted(textOf(node)) : textOf(node)
}

/** The name of a function's declaration. */
export function declaredName(node: ProgramNode): string {
  return nameOf(node.parts.find(({ kind }) => kind === 'VariableDefinition'))
}
