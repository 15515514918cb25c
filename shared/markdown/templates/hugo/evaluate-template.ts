import type { PlainValue, PlainValues } from '../template-context'
import { escapeForPlace } from './escape-for-place'
import { callFunction, type TemplateSite } from './functions'
import type { Parameters } from './scan'
import { BeyondUs, type TemplateNode, TooLong } from './template-syntax'
import { type GoValue, goText, isTrue, memberIgnoringCase, SafeHtml } from './template-values'

/** What a shortcode's template is given. */
export type ShortcodeCall = {
  readonly name: string
  readonly parameters: Parameters
  /** What stands between its tags, shortcodes in it already put out. */
  readonly inner: string
  readonly page: PlainValues
  readonly site: TemplateSite
}

const maxLength = 500_000

/** What a shortcode's template puts out. Throws `BeyondUs` for more than values, conditions and variables: it is not guessed at. */
export function evaluateTemplate(template: readonly TemplateNode[], call: ShortcodeCall): string {
  return new TemplateRun(call).run(template, null)
}

class TemplateRun {
  private output = ''
  private readonly variables = new Map<string, GoValue>()

  constructor(private readonly call: ShortcodeCall) {}

  run(nodes: readonly TemplateNode[], dot: GoValue): string {
    for (const node of nodes) {
      if (this.output.length > maxLength) throw new TooLong()
      if (node.kind === 'text') this.output += node.text
      else if (node.kind === 'set') this.variables.set(node.name, this.evaluate(node.words, dot))
      else if (node.kind === 'value') {
        this.output += escapeForPlace(this.evaluate(node.words, dot), this.output)
      } else {
        const value = this.evaluate(node.words, dot)
        const isMet = isTrue(value)
        this.run(isMet ? node.nodes : node.otherwise, isMet && node.kind === 'with' ? value : dot)
      }
    }
    if (this.output.length > maxLength) throw new TooLong()
    return this.output
  }

  /** A pipeline: each command's value is the last argument of the next. */
  private evaluate(words: readonly string[], dot: GoValue): GoValue {
    // `with $x := .Get 0`
    if (words[1] === ':=') {
      const value = this.evaluate(words.slice(2), dot)
      this.variables.set(words[0] ?? '', value)
      return value
    }
    let position = 0
    const pipeline = (): GoValue => {
      let value: GoValue | undefined
      do {
        const given: GoValue[] = []
        let command: string | null = null
        for (; position < words.length && words[position] !== '|' && words[position] !== ')'; position++) {
          const word = words[position] ?? ''
          if (word === '(') {
            position++
            given.push(pipeline())
          } else if (command === null && given.length === 0 && isFunction(word)) command = word
          else given.push(this.operand(word, dot))
        }
        if (value !== undefined) given.push(value)
        value = command === null ? single(given) : this.callCommand(command, given)
      } while (words[position] === '|' && position++ < words.length)
      return value
    }
    const value = pipeline()
    if (position < words.length) throw new BeyondUs('what cannot be read')
    return value
  }

  private callCommand(command: string, given: readonly GoValue[]): GoValue {
    const { parameters, page, site } = this.call
    const [first = null] = given
    if (command === '.Get') return this.parameter(first)
    if (command === '.Page.Param' || command === '.Param') {
      const path = goText(first).split('.')
      return memberIgnoringCase(page, path) ?? memberIgnoringCase(site.configuration, ['params', ...path])
    }
    if (command === 'index' && given.length === 2 && goText(first) === parametersMark)
      return this.parameter(given[1] ?? null)
    if (command === 'isset' && goText(first) === parametersMark) {
      const key = goText(given[1] ?? null)
      return parameters.named.has(key) || parameters.positional[Number(key)] !== undefined
    }
    return callFunction(command, given, site)
  }

  private parameter(key: GoValue): GoValue {
    const { positional, named } = this.call.parameters
    if (typeof key === 'number') return positional[key] ?? (named.size > 0 ? null : '')
    return named.get(goText(key)) ?? ''
  }

  private operand(word: string, dot: GoValue): GoValue {
    if (/^["`]/.test(word)) return word.startsWith('`') ? word.slice(1, -1) : unquote(word)
    if (/^-?\d+(?:\.\d+)?$/.test(word)) return Number(word)
    if (word === 'true' || word === 'false') return word === 'true'
    if (word === 'nil') return null
    if (word.startsWith('$') && word !== '$' && !word.startsWith('$.')) {
      const value = this.variables.get(word)
      if (value === undefined) throw new BeyondUs(word)
      return value
    }
    return word === '.' && dot !== null ? dot : this.field(word.replace(/^\$/, ''))
  }

  private field(word: string): GoValue {
    const { inner, name, page, parameters, site } = this.call
    switch (word) {
      case '.Inner':
      case '.InnerDeindent':
        return new SafeHtml(inner)
      case '.Name':
        return name
      case '.IsNamedParams':
        return parameters.named.size > 0
      case '.Params':
        return parametersMark
      case '.Page.Title':
      case '.Page.LinkTitle':
        return memberIgnoringCase(page, ['title'])
    }
    const [, root, rest = ''] =
      /^(\.Params|\.Page\.Params|\.Page\.Site\.Params|\.Site\.Params|site\.Params|\.Site|\.Page\.Site|site)\.(.+)$/.exec(
        word,
      ) ?? []
    const path = rest.split('.')
    if (root === '.Params') return this.parameter(rest)
    if (root === '.Page.Params') return memberIgnoringCase(page, path)
    if (root?.endsWith('.Params')) return memberIgnoringCase(site.configuration, ['params', ...path])
    if (root !== undefined && /^(?:Title|BaseURL|LanguageCode|Copyright)$/.test(rest)) {
      return memberIgnoringCase(site.configuration, path)
    }
    throw new BeyondUs(word)
  }
}

/** Stands for all parameters together, which only `index` and `isset` may ask. */
const parametersMark = '\0parameters'

function isFunction(word: string): boolean {
  return (
    /^(?:\.Get|\.Page\.Param|\.Param)$/.test(word) ||
    (/^[a-z][\w.]*$/i.test(word) && !/^(?:true|false|nil|site\..*)$/.test(word))
  )
}

function single(given: readonly GoValue[]): GoValue {
  const [value] = given
  if (value === undefined || given.length > 1 || value === parametersMark)
    throw new BeyondUs('what cannot be read')
  return value
}

function unquote(word: string): string {
  try {
    const read: PlainValue = JSON.parse(word)
    return String(read)
  } catch (error) {
    if (error instanceof SyntaxError) throw new BeyondUs(word)
    throw error
  }
}
