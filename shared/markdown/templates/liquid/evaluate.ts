import { boxHtml } from '../box'
import { boxWords } from '../box-words'
import type { Expansion, ExpansionJob } from '../expansion'
import type { PlainValue } from '../template-context'
import { runCase, runCondition } from './branches'
import { expressionValue, isStrict, readOutput } from './expressions'
import { applyFilter, type FilterSite } from './filters'
import { highlightHtml } from './highlight'
import { runLoop } from './loop'
import { type BlockNode, type LiquidNode, parseLiquid, type TagNode } from './parse'
import { LiquidScope } from './scope'
import { siteTag } from './site-tags'
import { textOf, Unknown, unknown, type Value } from './values'

/** Where evaluated text goes: the expansion itself, or a text that a tag takes in. */
export type Sink = {
  /** Text of the template, by its place there. */
  literal(from: number, to: number): void
  write(text: string): void
  box(words: string, source: string): void
}

/** What stops: a `break` or `continue` of the loop around, or everything. */
export type Leaving = 'break' | 'continue' | 'all' | null

/** What an output's markup gives; what the generator cannot make anything of is named. */
export type Evaluated =
  | { readonly kind: 'value'; readonly value: Value }
  | { readonly kind: 'missing-filter'; readonly name: string }
  | { readonly kind: 'unreadable'; readonly text: string }

/** More nodes than any real post runs through. */
const maxSteps = 50_000
const maxIncludeDepth = 20
/** A text taken in by a tag, such as `capture`, is not longer than this. */
const maxTextLength = 2_000_000

/** Evaluates Liquid over plain values; every tag that would need more than them is a box. */
export class Evaluation {
  readonly scope: LiquidScope
  readonly site: FilterSite
  private readonly parsed = new Map<string, readonly LiquidNode[]>()
  private steps = 0
  private textLength = 0
  private includeDepth = 0

  constructor(
    readonly generator: 'jekyll' | 'eleventy',
    readonly job: ExpansionJob,
    private readonly expansion: Expansion,
  ) {
    this.scope = new LiquidScope(generator, job)
    const { url, baseurl, pathPrefix } = job.context.site
    const prefix = generator === 'jekyll' ? baseurl : pathPrefix
    this.site = {
      host: typeof url === 'string' ? url : '',
      baseAddress: typeof prefix === 'string' ? prefix.replace(/\/$/, '') : '',
      renderMarkdown: job.renderMarkdown,
    }
  }

  /** Evaluates `nodes` of `source` into `sink`. `at`: where the tag stands in the post whose template this is; null for the post itself. */
  run(nodes: readonly LiquidNode[], source: string, sink: Sink, at: number | null): Leaving {
    for (const node of nodes) {
      if (++this.steps > maxSteps || this.textLength > maxTextLength || this.expansion.isFull) {
        sink.box(boxWords.cutOff, '')
        return 'all'
      }
      const leaving = this.node(node, source, sink, at)
      if (leaving !== null) return leaving
    }
    return null
  }

  /** The text that `nodes` give. */
  textOf(
    nodes: readonly LiquidNode[],
    source: string,
    at: number,
  ): { readonly text: string; readonly leaving: Leaving } {
    let text = ''
    const write = (piece: string): void => {
      this.textLength += piece.length
      if (this.textLength <= maxTextLength) text += piece
    }
    const leaving = this.run(
      nodes,
      source,
      {
        literal: (from, to) => write(source.slice(from, to)),
        write,
        box: (words, tag) => write(this.job.standIns.place(boxHtml(words, tag), 'word')),
      },
      at,
    )
    return { text, leaving }
  }

  /** Puts in a template of the site, its own names set. */
  include(name: string, parameters: ReadonlyMap<string, PlainValue>, sink: Sink, at: number): Leaving {
    const source = this.job.context.files[name] ?? ''
    if (this.includeDepth >= maxIncludeDepth) {
      sink.box(boxWords.cutOff, '')
      return 'all'
    }
    this.includeDepth++
    const values = Object.fromEntries(parameters)
    this.scope.push(this.generator === 'jekyll' ? { include: values } : values)
    const inner: Sink = {
      ...sink,
      literal: (from, to) => sink.write(source.slice(from, to)),
      write: (text) => sink.write(text),
      box: (words, tag) => sink.box(words, tag),
    }
    const nodes = this.parsed.get(source) ?? parseLiquid(source, this.generator)
    this.parsed.set(source, nodes)
    const leaving = this.run(nodes, source, inner, at)
    this.scope.pop()
    this.includeDepth--
    return leaving === 'all' ? 'all' : null
  }

  /** The generator would stop its build: a box says so. */
  stop(message: string, source: string, at: number, sink: Sink): void {
    this.expansion.stops.push({ at, message })
    sink.box(boxWords.stops(this.generator, message), source)
  }

  /** The value of an output or of what is assigned. */
  evaluate(markup: string): Evaluated {
    const { expression, filters } = readOutput(markup)
    if (this.generator === 'eleventy' && !isStrict(expression)) {
      return { kind: 'unreadable', text: expression || markup.trim() }
    }
    let value = expressionValue(expression, this.scope)
    for (const { name, arguments: given } of filters) {
      const values = given.map((argument) =>
        expressionValue(argument.replace(/^\w+\s*:\s*(?=\S)/, ''), this.scope),
      )
      const filtered = applyFilter(this.generator, name, value, values, this.site)
      // Jekyll lets an unknown filter pass
      if (filtered !== undefined) value = filtered
      else if (this.generator === 'eleventy') return { kind: 'missing-filter', name }
      else if (this.job.context.hasOwnTags) value = unknown
    }
    return { kind: 'value', value }
  }

  private node(node: LiquidNode, source: string, sink: Sink, at: number | null): Leaving {
    const written = (): string => source.slice(node.from, node.to)
    const place = at ?? node.from
    switch (node.kind) {
      case 'text':
        sink.literal(node.from, node.to)
        return null
      case 'stop':
        this.stop(node.message, written(), place, sink)
        return null
      case 'unknown-tag':
        if (this.job.context.hasOwnTags) sink.box(boxWords.ownTag(this.generator, node.name), written())
        else this.stop(`unknown tag “${node.name}”`, written(), place, sink)
        return null
      case 'output':
        return this.write(node.markup, written(), place, sink)
      case 'tag':
        return this.tag(node, written(), place, sink)
      case 'block':
        return this.block(node, source, sink, place, at)
    }
  }

  /** Writes the value of `markup`, or a box where it cannot be told. */
  private write(markup: string, written: string, at: number, sink: Sink): Leaving {
    const evaluated = this.evaluate(markup)
    if (evaluated.kind === 'unreadable') this.stop(`“${evaluated.text}” cannot be read`, written, at, sink)
    else if (evaluated.kind === 'missing-filter') {
      if (this.job.context.hasOwnTags) sink.box(boxWords.ownFilter(evaluated.name), written)
      else this.stop(`unknown filter “${evaluated.name}”`, written, at, sink)
    } else if (evaluated.value instanceof Unknown) sink.box(boxWords.unknownValue, written)
    else sink.write(textOf(evaluated.value))
    return null
  }

  private tag(node: TagNode, written: string, at: number, sink: Sink): Leaving {
    const { name, markup } = node
    switch (name) {
      case '#':
        return null
      case 'break':
      case 'continue':
        return name
      case 'assign': {
        const [, target, value] = /^([\w-]+)\s*=\s*([\s\S]*)$/.exec(markup) ?? []
        if (target === undefined || value === undefined)
          this.stop(`“assign ${markup}” cannot be read`, written, at, sink)
        else {
          const given = this.evaluate(value)
          this.scope.assign(target, given.kind === 'value' ? given.value : unknown)
        }
        return null
      }
      case 'echo':
        return this.write(markup, written, at, sink)
      case 'include':
      case 'include_relative':
      case 'render':
      case 'post_url':
      case 'link':
        return siteTag(this, node, written, at, sink)
      default:
        sink.box(boxWords.notRun(name), written)
        return null
    }
  }

  private block(node: BlockNode, source: string, sink: Sink, place: number, at: number | null): Leaving {
    const written = source.slice(node.from, node.to)
    const [first] = node.branches
    if (first === undefined) return null
    switch (node.name) {
      case 'if':
      case 'unless':
        return runCondition(this, node, source, sink, at)
      case 'case':
        return runCase(this, node, source, sink, at)
      case 'for':
        return runLoop(this, node, source, sink, at)
      case 'capture':
      case 'highlight': {
        const { text, leaving } = this.textOf(first.nodes, source, place)
        if (node.name === 'capture') this.scope.assign(first.markup.replace(/["']/g, ''), text)
        else {
          const html = highlightHtml(first.markup, text)
          if (html === null) this.stop(`“highlight ${first.markup}” cannot be read`, written, place, sink)
          else sink.write(html)
        }
        return leaving
      }
      default:
        sink.box(boxWords.notRun(node.name), written)
        return null
    }
  }
}
