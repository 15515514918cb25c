import { declaredName } from '../program/bind-pattern'
import type { ProgramFiles, ProgramModules } from '../program/modules'
import { type ProgramNode, textOf } from '../program/parse-program'
import { isFunction, type ProgramValue, type Scope, unknown } from '../program/program-value'

/** What a file exports as its own value, as `export default` or `module.exports =`; undefined where it does not say so in plain sight. */
export function exportedValue(files: ProgramFiles, modules: ProgramModules, path: string): ProgramValue {
  const found = modules.exported(path, 'default')
  if (found !== undefined) return found
  for (const { kind, parts } of files.nodeOf(path)?.parts ?? []) {
    const [assignment] = parts
    if (kind !== 'ExpressionStatement' || assignment?.kind !== 'AssignmentExpression') continue
    const [target, , value] = assignment.parts
    if (target !== undefined && /^module\s*\.\s*exports$/.test(textOf(target)))
      return modules.evaluator.evaluate(value, modules.scopeOf(path))
  }
  return undefined
}

/**
 * Reads the statements of a configuration's function one after another, and gives what it returns. What is set within branches and loops is
 * passed over: whether it comes to pass is known only to who runs it.
 */
export function readStatements(
  callee: ProgramValue,
  args: readonly ProgramValue[],
  modules: ProgramModules,
): ProgramValue {
  if (!isFunction(callee) || callee.type !== 'function') return undefined
  const { node, scope } = callee
  const names = new Map<string, ProgramValue>()
  const inner: Scope = { lookUp: (name) => (names.has(name) ? names.get(name) : scope.lookUp(name)) }
  const targets = node.parts.find(({ kind }) => kind === 'ParamList')?.parts ?? []
  const parameters = targets.filter(({ kind }) => kind === 'VariableDefinition')
  for (const [index, parameter] of parameters.entries()) names.set(textOf(parameter), args[index])
  const body = node.parts.at(-1)
  if (body?.kind !== 'Block') return modules.evaluator.evaluate(body, inner)
  for (const statement of body.parts) {
    if (statement.kind === 'FunctionDeclaration')
      names.set(declaredName(statement), { type: 'function', node: statement, scope: inner })
  }
  for (const statement of body.parts) {
    const [first] = statement.parts
    if (statement.kind === 'ReturnStatement') return modules.evaluator.evaluate(first, inner)
    if (statement.kind === 'VariableDeclaration') modules.evaluator.declare(statement, names, inner)
    if (statement.kind === 'ExpressionStatement' && !isAssignment(first))
      modules.evaluator.evaluate(first, inner)
  }
  return undefined
}

function isAssignment(node: ProgramNode | undefined): boolean {
  return node === undefined || node.kind === 'AssignmentExpression'
}

/** A value as text; null for all else. */
export function textIn(value: ProgramValue): string | null {
  return typeof value === 'string' ? value : null
}

/** A list of texts, or one text; null where it cannot be told. */
export function textsIn(value: ProgramValue): readonly string[] | null {
  if (typeof value === 'string') return [value]
  if (!Array.isArray(value) || value.includes(unknown)) return null
  return value.filter((item) => typeof item === 'string')
}
