import { boxHtml } from '../box'
import { boxWords } from '../box-words'
import { Expansion, type ExpansionJob } from '../expansion'
import { nunjucksTags, nunjucksValue } from './expressions'
import { type NunjucksNode, parseNunjucks } from './nunjucks'
import { scanHexoTags } from './scan-tags'
import { blockTags, hexoTags, type TagSite, trimContent } from './tags'

const maxLength = 8_000_000
const maxDepth = 20

/** Takes Hexo's tags out of a post and puts what they stand for in behind Markdown. null: there are none. */
export function expandHexo(body: string, job: ExpansionJob): Expansion | null {
  if (!body.includes('{%') && !body.includes('{{') && !body.includes('{#')) return null
  const pieces = scanHexoTags(body)
  // without one whole tag Hexo does not look for any
  if (!pieces.some(({ kind }) => kind === 'tag' || kind === 'comment')) return null
  const expansion = new Expansion(body, job.standIns, 'comment', maxLength)
  for (const { kind, from, to } of pieces) {
    if (kind === 'text') expansion.verbatim(from, to)
    else if (kind === 'tag') {
      expansion.output(new Tags(job, expansion, from).run(body.slice(from, to), 0))
    } else if (kind === 'broken') {
      expansion.stops.push({ at: from, message: 'a tag is not closed' })
      expansion.output(boxHtml(boxWords.stops('hexo', 'a tag is not closed'), body.slice(from, from + 20)))
    }
  }
  return expansion
}

class Tags {
  private readonly site: TagSite

  constructor(
    private readonly job: ExpansionJob,
    private readonly expansion: Expansion,
    private readonly at: number,
  ) {
    const { root } = job.context.site
    this.site = {
      root: typeof root === 'string' ? root : '/',
      pages: job.context.pages,
      isSite: job.context.isSite,
      renderMarkdown: job.renderMarkdown,
    }
  }

  /** The HTML of a text with tags. */
  run(text: string, depth: number): string {
    return parseNunjucks(text)
      .map((node) => this.node(node, depth))
      .join('')
  }

  private node(node: NunjucksNode, depth: number): string {
    switch (node.kind) {
      case 'text':
        return node.text
      case 'broken':
        return this.stop('a tag is not closed', node.written)
      case 'variable':
        return this.variable(node.expression, node.written)
      case 'tag':
        return this.tag(node, depth)
    }
  }

  private variable(expression: string, written: string): string {
    const value = nunjucksValue(expression, this.job.page)
    if (value === 'unreadable') return this.stop(`“${expression}” cannot be read`, written)
    return value === 'unknown' ? boxHtml(boxWords.unknownValue, written) : value.text
  }

  private tag(node: Extract<NunjucksNode, { kind: 'tag' }>, depth: number): string {
    const { name, words, written, content } = node
    if (depth > maxDepth) return boxHtml(boxWords.cutOff, '')
    if (name === 'raw' || name === 'verbatim') {
      return content ?? ''
    }
    const block = blockTags.get(name)
    if (block) {
      if (content === null) return this.stop(`“${name}” is not closed`, written)
      return block(words, trimContent(this.run(content, depth + 1)), this.site)
    }
    const tag = hexoTags.get(name)
    const outcome = tag?.(words, this.site)
    if (outcome !== undefined) {
      return outcome.kind === 'html' ? outcome.html : this.stop(outcome.message, written)
    }
    if (nunjucksTags.has(name)) return boxHtml(boxWords.notRun(name), written)
    const box = this.job.context.hasOwnTags
      ? boxHtml(boxWords.ownTag('hexo', name), written)
      : this.stop(`unknown tag “${name}”`, written)
    if (content === null || content.trim() === '') return box
    return `${box}\n${this.site.renderMarkdown(trimContent(this.run(content, depth + 1)))}`
  }

  private stop(message: string, written: string): string {
    this.expansion.stops.push({ at: this.at, message })
    return boxHtml(boxWords.stops('hexo', message), written)
  }
}
