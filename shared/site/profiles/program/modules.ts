import { declaredName, nameOf } from './bind-pattern'
import { Evaluator, type Reading } from './evaluate'
import { type ProgramNode, parseProgram } from './parse-program'
import { objectOf, type ProgramValue, type Scope, unknown } from './program-value'

/** What a package gives under a name; null where the package is not known. `default` is its own value, `*` all of it. */
export type KnownPackages = (specifier: string, name: string) => ProgramValue | null

/** The parsed files of a program, by path. */
export type ProgramFiles = {
  readonly nodeOf: (path: string) => ProgramNode | null
  /** The file that an import in `from` means; null for a package or a file that is not there. */
  readonly resolve: (from: string, specifier: string) => string | null
  /** Every file that `path` imports, and those that these import, with itself. */
  readonly closureOf: (path: string) => readonly string[]
}

const endings = [
  '',
  '.ts',
  '.js',
  '.mjs',
  '.mts',
  '.tsx',
  '.jsx',
  '.astro',
  '/index.ts',
  '/index.js',
  '/index.astro',
]

/** Parses a program's files when they are asked for, each once. */
export function programFiles(texts: ReadonlyMap<string, string>): ProgramFiles {
  const parsed = new Map<string, ProgramNode>()
  const nodeOf = (path: string): ProgramNode | null => {
    const text = texts.get(path)
    if (text === undefined) return null
    const node = parsed.get(path) ?? parseProgram(path, text)
    parsed.set(path, node)
    return node
  }
  const find = (from: string, specifier: string): string | null => {
    const wanted = specifier.startsWith('.') ? joined(from, specifier) : null
    for (const ending of endings) {
      if (wanted !== null && texts.has(wanted + ending)) return wanted + ending
    }
    if (wanted !== null) return wanted.endsWith('.js') ? find(from, specifier.replace(/\.js$/, '.ts')) : null
    // an alias of the site's own, `@/x`, `~/x` or `@components/x`: the file whose path ends so
    const rest = specifier.replace(/^(?:[@~]\/|[@~#$])/, '')
    if (rest === specifier && !specifier.startsWith('src/')) return null
    for (const ending of endings) {
      const found = [...texts.keys()].find(
        (path) => path === rest + ending || path.endsWith(`/${rest}${ending}`),
      )
      if (found !== undefined) return found
    }
    return null
  }
  const resolved = new Map<string, string | null>()
  const resolve = (from: string, specifier: string): string | null => {
    const key = `${specifier.startsWith('.') ? from : ''} ${specifier}`
    const before = resolved.get(key)
    if (before !== undefined) return before
    const file = find(from, specifier)
    resolved.set(key, file)
    return file
  }
  const closures = new Map<string, readonly string[]>()
  const closureOf = (path: string): readonly string[] => {
    const before = closures.get(path)
    if (before !== undefined) return before
    const found = new Set<string>()
    const queue = [path]
    for (let next = queue.pop(); next !== undefined && found.size < 200; next = queue.pop()) {
      if (found.has(next) || !texts.has(next)) continue
      found.add(next)
      for (const specifier of specifiersIn(nodeOf(next))) {
        const file = resolve(next, specifier)
        if (file !== null) queue.push(file)
      }
    }
    closures.set(path, [...found])
    return [...found]
  }
  return { nodeOf, resolve, closureOf }
}

function specifiersIn(node: ProgramNode | null): readonly string[] {
  const statements =
    node?.parts.filter(({ kind }) => kind === 'ImportDeclaration' || kind === 'ExportDeclaration') ?? []
  return statements.flatMap(({ parts }) => {
    const last = parts.findLast(({ kind }) => kind === 'String')
    return last === undefined ? [] : [nameOf(last)]
  })
}

function joined(from: string, specifier: string): string {
  const parts = from.split('/').slice(0, -1)
  for (const part of specifier.split('/')) {
    if (part === '..') parts.pop()
    else if (part !== '.' && part !== '') parts.push(part)
  }
  return parts.join('/')
}

/** One look at a program: what its modules export, each worked out once and only when asked for. */
export class ProgramModules {
  private readonly values = new Map<string, ProgramValue>()
  private readonly underWay = new Set<string>()
  readonly evaluator: Evaluator

  constructor(
    private readonly files: ProgramFiles,
    private readonly packages: KnownPackages,
    reading: Reading,
  ) {
    this.evaluator = new Evaluator(reading)
  }

  /** What a file exports under a name; undefined where it exports no such, unknown where that cannot be told. */
  exported(path: string, name: string): ProgramValue {
    return this.once(`export ${path} ${name}`, () => this.findExport(path, name))
  }

  private once(key: string, find: () => ProgramValue): ProgramValue {
    if (this.values.has(key)) return this.values.get(key)
    // a circle
    if (this.underWay.has(key)) return unknown
    this.underWay.add(key)
    const value = find()
    this.underWay.delete(key)
    this.values.set(key, value)
    return value
  }

  private findExport(path: string, name: string): ProgramValue {
    const scope = this.scopeOf(path)
    for (const { kind, parts } of this.files.nodeOf(path)?.parts ?? []) {
      if (kind !== 'ExportDeclaration') continue
      const from = parts.findLast((part) => part.kind === 'String')
      if (parts[1]?.kind === 'default') {
        if (name === 'default') return this.evaluator.evaluate(parts[2], scope)
        continue
      }
      const group = parts.find((part) => part.kind === 'ExportGroup')
      const local = group === undefined ? null : importedAs(group, name)
      if (local !== null)
        return from === undefined ? scope.lookUp(local) : this.imported(path, nameOf(from), local)
      if (parts[1]?.kind === 'Star' && from !== undefined) {
        const found = this.imported(path, nameOf(from), name)
        if (found !== undefined && found !== unknown) return found
      }
      if (parts.some((part) => declares(part, name))) return scope.lookUp(name)
    }
    return undefined
  }

  /** The names at the top of a file. */
  scopeOf(path: string): Scope {
    return { lookUp: (name) => this.once(`name ${path} ${name}`, () => this.findName(path, name)) }
  }

  private findName(path: string, name: string): ProgramValue {
    const scope = this.scopeOf(path)
    for (const statement of this.files.nodeOf(path)?.parts ?? []) {
      if (statement.kind === 'ImportDeclaration') {
        const found = this.findImport(path, statement, name)
        if (found !== null) return found
        continue
      }
      const declaration =
        statement.kind === 'ExportDeclaration'
          ? statement.parts.find((part) => declares(part, name))
          : statement
      if (declaration === undefined || !declares(declaration, name)) continue
      if (declaration.kind === 'FunctionDeclaration') return { type: 'function', node: declaration, scope }
      const names = new Map<string, ProgramValue>()
      this.evaluator.declare(declaration, names, scope)
      return names.get(name)
    }
    return unknown
  }

  private findImport(path: string, { parts }: ProgramNode, name: string): ProgramValue | null {
    const from = parts.findLast(({ kind }) => kind === 'String')
    if (from === undefined) return null
    const specifier = nameOf(from)
    const isAll = parts.some(({ kind }) => kind === 'Star')
    for (const part of parts) {
      if (part.kind === 'VariableDefinition' && nameOf(part) === name)
        return this.imported(path, specifier, isAll ? '*' : 'default')
      const original = part.kind === 'ImportGroup' ? importedAs(part, name) : null
      if (original !== null) return this.imported(path, specifier, original)
    }
    return null
  }

  private imported(path: string, specifier: string, name: string): ProgramValue {
    const known = this.packages(specifier, name)
    if (known !== null) return known
    const file = this.files.resolve(path, specifier)
    if (file === null) return unknown
    return name === '*' ? { ...objectOf({}), isOpen: true } : this.exported(file, name)
  }
}

function declares(node: ProgramNode, name: string): boolean {
  if (node.kind === 'FunctionDeclaration') return declaredName(node) === name
  return node.kind === 'VariableDeclaration' && node.parts.some((part) => defines(part, name))
}

function defines(target: ProgramNode, name: string): boolean {
  if (target.kind === 'VariableDefinition') return nameOf(target) === name
  if (!/^(?:ObjectPattern|ArrayPattern|PatternProperty)$/.test(target.kind)) return false
  return target.parts.some((part) => defines(part, name))
}

/** The name that `{ a as b }` gives to `b`. */
function importedAs(group: ProgramNode, name: string): string | null {
  const { parts } = group
  for (let index = 0; index < parts.length; index++) {
    const part = parts[index]
    if (part === undefined || part.kind === 'type' || part.kind === 'as') continue
    if (parts[index + 1]?.kind === 'as') {
      if (nameOf(parts[index + 2]) === name) return nameOf(part)
      index += 2
    } else if (nameOf(part) === name) return name
  }
  return null
}
