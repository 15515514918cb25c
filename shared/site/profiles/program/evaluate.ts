import { javascriptInstant } from '../javascript-date'
import { type Binding, bind, bindAll, declaredName, nameOf } from './bind-pattern'
import { bounded, maxListLength, maxTextLength } from './limits'
import { callMethod, madeDate, objectFunction } from './methods'
import { combined, patternOf, unary } from './operators'
import { type ProgramNode, textOf, unquoted } from './parse-program'
import {
  fieldOf,
  isFunction,
  isObject,
  native,
  numberOf,
  type ProgramObject,
  type ProgramValue,
  printed,
  type Scope,
  truth,
  unknown,
} from './program-value'

/** What a program is read for. */
export type Reading = {
  /** When it would run, milliseconds since 1970. */
  readonly now: number
  /** The machine's zone. */
  readonly zone: string
  /** What `import.meta.env` has. */
  readonly environment: ProgramObject
  /** What names stand for that no file declares, such as `process`. */
  readonly globals?: ReadonlyMap<string, ProgramValue>
  /** How many more steps are taken before all is unknown: a program may go on forever. */
  steps: number
}

type Outcome = { readonly returned: ProgramValue } | null
const maxDepth = 80

/**
 * Tells what an expression comes to, as far as plain values, known methods and functions of the program itself go. It is no engine: what it
 * does not know is `unknown`, it touches nothing outside, and it ends after `steps`.
 */
export class Evaluator {
  private depth = 0

  constructor(private readonly reading: Reading) {}

  /** The value of an expression. */
  evaluate(node: ProgramNode | undefined, scope: Scope): ProgramValue {
    if (node === undefined || this.reading.steps <= 0 || this.depth > maxDepth) return unknown
    this.reading.steps -= 1
    this.depth += 1
    const value = this.valueOf(node, scope)
    this.depth -= 1
    return bounded(value)
  }

  /** What a function gives for these arguments. */
  call(callee: ProgramValue, args: readonly ProgramValue[]): ProgramValue {
    if (!isFunction(callee)) return unknown
    if (callee.type === 'native') return callee.call(args)
    const { node, scope } = callee
    const names = new Map<string, ProgramValue>()
    const inner: Scope = { lookUp: (name) => (names.has(name) ? names.get(name) : scope.lookUp(name)) }
    const list = node.parts.find(({ kind }) => kind === 'ParamList')
    bindAll(list?.parts ?? [], args, this.bindingIn(names, inner))
    const body = node.parts.at(-1)
    if (body === undefined) return unknown
    if (body.kind !== 'Block') return this.evaluate(body, inner)
    const outcome = this.execute(body.parts, names, inner)
    return outcome === null ? undefined : outcome.returned
  }

  private valueOf(node: ProgramNode, scope: Scope): ProgramValue {
    const [first, second, third] = node.parts
    switch (node.kind) {
      case 'String':
        return unquoted(textOf(node))
      case 'Number':
        return Number(textOf(node).replaceAll('_', ''))
      case 'BooleanLiteral':
        return textOf(node) === 'true'
      case 'null':
        return null
      case 'RegExp':
        return patternOf(textOf(node))
      case 'TemplateString':
        return this.template(node, scope)
      case 'VariableName':
        return this.variable(textOf(node), scope)
      case 'ImportMeta':
        return { type: 'object', fields: new Map([['env', this.reading.environment]]), isOpen: true }
      case 'ParenthesizedExpression':
      case 'AwaitExpression':
      case 'PostfixExpression':
        return /\+\+|--/.test(node.kind === 'PostfixExpression' ? textOf(node) : '')
          ? unknown
          : this.evaluate(first, scope)
      case 'UnaryExpression':
        return unary(first === undefined ? '' : textOf(first), this.evaluate(second, scope))
      case 'BinaryExpression':
        return this.binary(first, second, third, scope)
      case 'ConditionalExpression': {
        const verdict = truth(this.evaluate(first, scope))
        return verdict === null ? unknown : this.evaluate(verdict ? third : node.parts[4], scope)
      }
      case 'ArrowFunction':
      case 'FunctionExpression':
      case 'FunctionDeclaration':
        return { type: 'function', node, scope }
      case 'ObjectExpression':
        return this.object(node, scope)
      case 'ArrayExpression':
        return this.items(
          node.parts.filter(({ kind }) => kind !== '[' && kind !== ']'),
          scope,
        )
      case 'MemberExpression':
        return this.member(node, scope)
      case 'CallExpression':
        return this.callExpression(node, scope)
      case 'NewExpression':
        return this.made(node, scope)
      default:
        return unknown
    }
  }

  private variable(name: string, scope: Scope): ProgramValue {
    if (name === 'undefined') return undefined
    const found = scope.lookUp(name)
    return found === unknown && this.reading.globals?.has(name) ? this.reading.globals.get(name) : found
  }

  private template(node: ProgramNode, scope: Scope): ProgramValue {
    let text = ''
    let at = node.from + 1
    for (const part of node.parts) {
      if (part.kind === 'Escape') continue
      const value = printed(this.evaluate(part.parts[1], scope))
      if (value === unknown) return unknown
      text += unquoted(`\`${node.source.slice(at, part.from)}\``) + value
      if (text.length > maxTextLength) return unknown
      at = part.to
    }
    return text + unquoted(`\`${node.source.slice(at, node.to - 1)}\``)
  }

  private binary(
    left: ProgramNode | undefined,
    operator: ProgramNode | undefined,
    right: ProgramNode | undefined,
    scope: Scope,
  ): ProgramValue {
    const sign = operator === undefined ? '' : textOf(operator)
    const start = this.evaluate(left, scope)
    if (sign === 'as' || sign === 'satisfies') return start
    if (sign === '&&' || sign === '||') {
      const wanted = sign === '&&'
      const verdict = truth(start)
      if (verdict !== null) return verdict === wanted ? this.evaluate(right, scope) : start
      // whatever the left is, the right may settle it
      const end = this.evaluate(right, scope)
      return truth(end) === !wanted ? end : unknown
    }
    if (sign === '??') {
      if (start === unknown) return unknown
      return start === null || start === undefined ? this.evaluate(right, scope) : start
    }
    return combined(sign, start, this.evaluate(right, scope))
  }

  private object(node: ProgramNode, scope: Scope): ProgramValue {
    const fields = new Map<string, ProgramValue>()
    let isOpen = false
    for (const property of node.parts) {
      const [key, ...rest] = property.parts
      if (key?.kind === 'Spread') {
        const spread = this.evaluate(rest[0], scope)
        if (isObject(spread)) for (const [name, value] of spread.fields) fields.set(name, value)
        if (!isObject(spread) || spread.isOpen) isOpen = spread !== undefined && spread !== null
        continue
      }
      const isComputed = key?.kind === '['
      const name = isComputed ? printed(this.evaluate(rest[0], scope)) : nameOf(key)
      if (name === unknown) isOpen = true
      else if (rest.some(({ kind }) => kind === 'ParamList'))
        fields.set(name, { type: 'function', node: property, scope })
      else if (rest.length === 0) fields.set(name, this.variable(name, scope))
      else fields.set(name, this.evaluate(property.parts.at(-1), scope))
    }
    return { type: 'object', fields, isOpen }
  }

  /** Values of a list or of arguments; unknown where a part put in from elsewhere is. */
  private items(nodes: readonly ProgramNode[], scope: Scope): ProgramValue[] | typeof unknown {
    const values: ProgramValue[] = []
    for (let index = 0; index < nodes.length; index++) {
      const node = nodes[index]
      if (node?.kind !== 'Spread') {
        values.push(this.evaluate(node, scope))
        continue
      }
      index += 1
      const spread = this.evaluate(nodes[index], scope)
      if (!Array.isArray(spread) || values.length + spread.length > maxListLength) return unknown
      values.push(...spread)
    }
    return values
  }

  private member(node: ProgramNode, scope: Scope): ProgramValue {
    const object = this.evaluate(node.parts[0], scope)
    const name = this.memberName(node, scope)
    if (name === unknown || object === unknown) return unknown
    if (object === null || object === undefined) return node.parts[1]?.kind === '?.' ? undefined : unknown
    if (Array.isArray(object))
      return name === 'length' ? object.length : /^\d+$/.test(name) ? object[Number(name)] : unknown
    if (typeof object === 'string')
      return name === 'length' ? object.length : /^\d+$/.test(name) ? object[Number(name)] : unknown
    return fieldOf(object, name)
  }

  private memberName(node: ProgramNode, scope: Scope): string | typeof unknown {
    const bracket = node.parts.findIndex(({ kind }) => kind === '[')
    if (bracket >= 0) return printed(this.evaluate(node.parts[bracket + 1], scope))
    const last = node.parts.at(-1)
    return last?.kind === 'PropertyName' ? textOf(last) : unknown
  }

  private callExpression(node: ProgramNode, scope: Scope): ProgramValue {
    const [callee] = node.parts
    const list = node.parts.find(({ kind }) => kind === 'ArgList')
    const args = this.items(list?.parts ?? [], scope)
    if (callee === undefined || args === unknown) return unknown
    if (callee.kind !== 'MemberExpression') {
      const known = callee.kind === 'VariableName' ? this.global(textOf(callee), args) : null
      return known === null ? this.call(this.evaluate(callee, scope), args) : known
    }
    const name = this.memberName(callee, scope)
    if (name === unknown) return unknown
    const [target] = callee.parts
    const global = target?.kind === 'VariableName' ? textOf(target) : ''
    if (global === 'Date' && name === 'now') return this.reading.now
    if (global === 'Object' || global === 'Array') return objectFunction(name, args)
    if (global === 'Promise' && name === 'all') return args[0]
    const object = this.evaluate(target, scope)
    if (object === undefined && callee.parts[1]?.kind === '?.') return undefined
    return callMethod(object, name, args, {
      zone: this.reading.zone,
      call: (given, values) => this.call(given, values),
    })
  }

  /** What a function that every program has gives; null for one that is not such. */
  private global(name: string, [first]: readonly ProgramValue[]): ProgramValue | null {
    if (
      !['String', 'Number', 'Boolean', 'encodeURIComponent', 'encodeURI', 'decodeURIComponent'].includes(name)
    )
      return null
    if (first === unknown) return unknown
    if (name === 'Boolean') return truth(first) ?? unknown
    if (name === 'Number') return numberOf(first) ?? unknown
    return name === 'String' ? printed(first) : unknown
  }

  private made(node: ProgramNode, scope: Scope): ProgramValue {
    const [callee, list] = node.parts
    const args = this.items(list?.parts ?? [], scope)
    if (callee === undefined || args === unknown) return unknown
    const name = textOf(callee)
    if (name === 'Date') {
      const { now, zone } = this.reading
      return madeDate(args, now, (text) => javascriptInstant(text, zone))
    }
    return name === 'Set' && Array.isArray(args[0]) ? [...new Set(args[0])] : unknown
  }

  private execute(nodes: readonly ProgramNode[], names: Map<string, ProgramValue>, scope: Scope): Outcome {
    for (const node of nodes) {
      if (node.kind === 'FunctionDeclaration')
        names.set(declaredName(node), { type: 'function', node, scope })
    }
    for (const node of nodes) {
      const outcome = this.statement(node, names, scope)
      if (outcome !== null) return outcome
    }
    return null
  }

  private statement(node: ProgramNode, names: Map<string, ProgramValue>, scope: Scope): Outcome {
    switch (node.kind) {
      case 'VariableDeclaration':
        this.declare(node, names, scope)
        return null
      case 'ReturnStatement':
        return { returned: node.parts.length === 0 ? undefined : this.evaluate(node.parts[0], scope) }
      case 'IfStatement':
        return this.ifStatement(node, names, scope)
      case 'Block':
        return this.execute(node.parts, names, scope)
      case 'ExpressionStatement':
        if (node.parts[0]?.kind === 'AssignmentExpression') return this.assign(node.parts[0], names, scope)
        this.evaluate(node.parts[0], scope)
        return null
      case 'ForStatement':
        return this.forStatement(node, names, scope)
      case 'FunctionDeclaration':
      case 'TypeAliasDeclaration':
      case 'InterfaceDeclaration':
        return null
      default:
        // what is not understood may change all that follows
        return { returned: unknown }
    }
  }

  private ifStatement(node: ProgramNode, names: Map<string, ProgramValue>, scope: Scope): Outcome {
    const branches = node.parts.filter(({ kind }) => kind !== 'if' && kind !== 'else')
    const verdict = truth(this.evaluate(branches[0], scope))
    if (verdict === null) return { returned: unknown }
    const taken = verdict ? branches[1] : branches[2]
    return taken === undefined ? null : this.statement(taken, names, scope)
  }

  /** Gives a name of this function, or a field of an object, another value; any other target may change what follows. */
  private assign(node: ProgramNode, names: Map<string, ProgramValue>, scope: Scope): Outcome {
    const [target, sign, right] = node.parts
    const value = this.evaluate(right, scope)
    if (target === undefined || sign === undefined || textOf(sign) !== '=') return { returned: unknown }
    if (target.kind === 'VariableName' && names.has(textOf(target))) {
      names.set(textOf(target), value)
      return null
    }
    if (target.kind !== 'MemberExpression') return { returned: unknown }
    const object = this.evaluate(target.parts[0], scope)
    const name = this.memberName(target, scope)
    if (name === unknown || !isObject(object)) return { returned: unknown }
    object.fields.set(name, value)
    return null
  }

  /** A loop over a list, or one that does not begin at all: with a single post most do not. */
  private forStatement(node: ProgramNode, names: Map<string, ProgramValue>, scope: Scope): Outcome {
    const [, spec, body] = node.parts
    if (spec === undefined || body === undefined) return { returned: unknown }
    if (spec.kind === 'ForSpec') {
      const [start, condition] = spec.parts
      if (start?.kind === 'VariableDeclaration') this.declare(start, names, scope)
      return truth(this.evaluate(condition, scope)) === false ? null : { returned: unknown }
    }
    const [target, list] = spec.parts.filter(
      ({ kind }) => !['const', 'let', 'var', 'of', 'in'].includes(kind),
    )
    const items = this.evaluate(list, scope)
    if (spec.kind !== 'ForOfSpec' || target === undefined || !Array.isArray(items))
      return { returned: unknown }
    for (const item of items) {
      bind(target, item, this.bindingIn(names, scope))
      const outcome = this.statement(body, names, scope)
      if (outcome !== null) return outcome
    }
    return null
  }

  private bindingIn(names: Map<string, ProgramValue>, scope: Scope): Binding {
    return { names, evaluate: (node) => this.evaluate(node, scope) }
  }

  /** Puts the names of a declaration in place. */
  declare(node: ProgramNode, names: Map<string, ProgramValue>, scope: Scope): void {
    const parts = node.parts.filter(({ kind }) => !['const', 'let', 'var'].includes(kind))
    for (let index = 0; index < parts.length; index++) {
      const target = parts[index]
      const hasValue = parts[index + 1]?.kind === 'Equals'
      const value = hasValue ? this.evaluate(parts[index + 2], scope) : undefined
      if (target !== undefined) bind(target, value, this.bindingIn(names, scope))
      if (hasValue) index += 2
    }
  }
}

/** Functions that keep what they are given, such as `defineConfig`. */
export const identity = native(([first]) => first)
