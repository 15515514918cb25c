import { boxWords } from '../box-words'
import { Expansion, type ExpansionJob } from '../expansion'
import { nunjucksTags, nunjucksValue } from '../hexo/expressions'
import { endOfTag, nameOfTag } from '../hexo/scan-tags'
import { ownValue, type PlainValue } from '../template-context'

const maxLength = 8_000_000
const verbatimTags = new Set(['raw', 'verbatim'])
/** What they hold is not shown where they stand. */
const definingTags = new Set(['macro', 'set'])
const dividers = /^(?:else|elif|elseif|case|default|end\w*)$/

const references: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '"': '&quot;',
  "'": '&#39;',
  '<': '&lt;',
  '>': '&gt;',
  '`': '&#96;',
  '\\': '&#92;',
}

/** Nunjucks over the front matter, as Eleventy runs it before Markdown where a site asks for it: 11ty.dev/docs/languages/nunjucks. */
class NunjucksPost {
  private readonly expansion: Expansion
  private readonly values: { [name: string]: PlainValue }
  /** Names that tags gave a value which only a build knows. */
  private readonly unknown = new Set(['page', 'collections', 'eleventy', 'content', 'pkg'])
  private position = 0
  /** Behind a tag that ends in `-%}` white space is left out. */
  private trims = false

  constructor(
    private readonly body: string,
    private readonly job: ExpansionJob,
  ) {
    this.expansion = new Expansion(body, job.standIns, 'word', maxLength)
    this.values = { ...job.page }
  }

  run(): Expansion {
    const opening = /\{[{%#]/g
    for (let found = opening.exec(this.body); found; found = opening.exec(this.body)) {
      if (this.expansion.isFull) break
      this.text(found.index, /^..-/.test(this.body.slice(found.index, found.index + 3)))
      this.tag(found.index)
      opening.lastIndex = this.position
    }
    this.text(this.body.length, false)
    return this.expansion
  }

  private text(to: number, trimsEnd: boolean): void {
    let [from, end] = [this.position, to]
    while (this.trims && from < end && /\s/.test(this.body[from] ?? '')) from++
    while (trimsEnd && end > from && /\s/.test(this.body[end - 1] ?? '')) end--
    this.expansion.verbatim(from, end)
    this.position = to
    this.trims = false
  }

  private tag(from: number): void {
    const { body, expansion } = this
    if (body.startsWith('{#', from)) {
      const end = body.indexOf('#}', from + 2)
      this.leave(end < 0 ? body.length : end + 2)
      return
    }
    const end = endOfTag(body, from)
    if (end === null) {
      this.stop('a tag is not closed', from, body.slice(from, from + 20))
      this.leave(body.length)
      return
    }
    const written = body.slice(from, end)
    const inner = written.slice(2, -2).replace(/^-|-$/g, '').trim()
    this.leave(end)
    const name = nameOfTag(body, from)
    if (written.startsWith('{{')) this.output(inner, written, from)
    else if (verbatimTags.has(name)) {
      const close = this.closing(name)
      expansion.verbatim(end, close?.from ?? body.length)
      this.leave(close?.to ?? body.length)
    } else if (name === 'set' && inner.includes('=')) this.assign(inner.slice(name.length))
    else if (definingTags.has(name)) this.leave(this.closing(name)?.to ?? end)
    else if (!dividers.test(name)) this.box(name, written, from)
  }

  private leave(end: number): void {
    this.position = end
    this.trims = /-[%}#]\}$/.test(this.body.slice(end - 3, end))
  }

  private closing(name: string): { readonly from: number; readonly to: number } | null {
    const found = new RegExp(`\\{%-?\\s*end${name}\\s*-?%\\}`, 'g')
    found.lastIndex = this.position
    const match = found.exec(this.body)
    return match && { from: match.index, to: found.lastIndex }
  }

  private assign(markup: string): void {
    const [, name = '', expression = ''] = /^\s*([\w$]+)\s*=\s*([\s\S]*)$/.exec(markup) ?? []
    const value = this.valueOf(expression)
    if (typeof value === 'string') this.unknown.add(name)
    else {
      this.unknown.delete(name)
      this.values[name] = value.text
    }
  }

  private valueOf(expression: string): ReturnType<typeof nunjucksValue> {
    const name = /^[A-Za-z_$][\w$]*/.exec(expression.trim())?.[0]
    const isOwn = name === undefined || ownValue(this.values, name) !== undefined
    // a name that the post does not set may come from the site's data
    if (name !== undefined && (this.unknown.has(name) || (!isOwn && this.job.context.isSite)))
      return 'unknown'
    return nunjucksValue(expression, this.values)
  }

  private output(expression: string, written: string, from: number): void {
    const value = this.valueOf(expression)
    if (value === 'unreadable') {
      if (this.job.context.hasOwnTags && expression.includes('|'))
        this.expansion.box(boxWords.unknownValue, written)
      else this.stop(`“${expression}” cannot be read`, from, written)
    } else if (value === 'unknown') this.expansion.box(boxWords.unknownValue, written)
    else {
      const isSafe = /\|\s*safe\s*$/.test(expression)
      this.expansion.write(
        isSafe ? value.text : value.text.replace(/[&"'<>`\\]/g, (mark) => references[mark] ?? mark),
      )
    }
  }

  private box(name: string, written: string, from: number): void {
    if (nunjucksTags.has(name)) this.expansion.box(boxWords.notRun(name), written)
    else if (this.job.context.hasOwnTags) this.expansion.box(boxWords.ownTag('eleventy', name), written)
    else this.stop(`unknown tag “${name}”`, from, written)
  }

  private stop(message: string, at: number, written: string): void {
    this.expansion.stops.push({ at, message })
    this.expansion.box(boxWords.stops('eleventy', message), written)
  }
}

/** Takes Nunjucks' tags out of a post of Eleventy and puts in what they stand for, or a box. null: there are none. */
export function expandNunjucks(body: string, job: ExpansionJob): Expansion | null {
  return /\{[{%#]/.test(body) ? new NunjucksPost(body, job).run() : null
}
