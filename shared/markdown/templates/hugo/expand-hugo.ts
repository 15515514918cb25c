import { boxWords } from '../box-words'
import { Expansion, type ExpansionJob } from '../expansion'
import { maxPages, ownValue } from '../template-context'
import { builtInTemplates, remoteShortcodes } from './built-in'
import { evaluateTemplate } from './evaluate-template'
import type { TemplateSite } from './functions'
import { absoluteAddress, relativeAddress } from './functions'
import { hugoHighlight } from './highlight'
import { findPage } from './references'
import { scanShortcodes } from './scan'
import { BeyondUs, parseTemplate, type TemplateNode, TooLong } from './template-syntax'
import { goText, memberIgnoringCase } from './template-values'
import { nestShortcodes, type ShortcodeNode } from './tree'

const maxLength = 8_000_000
const maxDepth = 30
/** More shortcodes than any real post has. */
const maxShortcodes = 20_000

/**
 * Puts Hugo's shortcodes into a post: the output of `{{% %}}` is Markdown, that of `{{< >}}` is put in behind it. null: there are none.
 */
export function expandHugo(body: string, job: ExpansionJob): Expansion | null {
  if (!body.includes('{{<') && !body.includes('{{%')) return null
  const expansion = new Expansion(body, job.standIns, 'word', maxLength)
  const shortcodes = new Shortcodes(body, job, expansion)
  for (const node of nestShortcodes(scanShortcodes(body))) {
    if (node.kind === 'text') expansion.verbatim(node.from, node.to)
    else if (node.kind === 'shortcode' && !node.opener.isMarkdown) {
      expansion.output(job.standIns.fill(shortcodes.textOf(node, 0)))
    } else expansion.write(shortcodes.textOf(node, 0))
  }
  return expansion
}

type Shortcode = Extract<ShortcodeNode, { kind: 'shortcode' }>

class Shortcodes {
  private readonly site: TemplateSite
  private readonly templates = new Map<string, readonly TemplateNode[]>()
  private count = 0

  constructor(
    private readonly body: string,
    private readonly job: ExpansionJob,
    private readonly expansion: Expansion,
  ) {
    this.site = {
      configuration: job.context.site,
      baseAddress: goText(memberIgnoringCase(job.context.site, ['baseurl'])),
      renderMarkdown: (markdown) => job.standIns.fill(job.renderMarkdown(markdown)),
    }
  }

  /** What stands for a node: text with stand-ins in it for boxes. */
  textOf(node: ShortcodeNode, depth: number): string {
    switch (node.kind) {
      case 'text':
        return this.body.slice(node.from, node.to)
      case 'escaped':
        return node.text
      case 'broken':
        return this.stop(node.message, node.from, this.body.slice(node.from, node.to))
      case 'shortcode':
        return this.shortcode(node, depth)
    }
  }

  private shortcode(node: Shortcode, depth: number): string {
    const { name, parameters, from, to } = node.opener
    const written = this.body.slice(from, to)
    if (depth > maxDepth || ++this.count > maxShortcodes) return this.box(boxWords.cutOff, '')
    const inner = node.content?.map((child) => this.textOf(child, depth + 1)).join('') ?? ''
    const first = parameters.positional[0] ?? parameters.named.get('id') ?? ''
    const template = ownValue(this.job.context.files, name) ?? ownValue(builtInTemplates, name)
    if (template !== undefined) return this.fromTemplate(node, template, inner, written)
    switch (name) {
      case 'ref':
      case 'relref':
        return this.reference(node, written)
      case 'param':
        return this.parameter(first, from, written)
      case 'highlight':
        return hugoHighlight(inner, parameters.positional)
      case 'comment':
        return ''
      case 'qr':
        return this.box(boxWords.notRun(name), written)
    }
    const remote = ownValue(remoteShortcodes, name)
    if (remote)
      return this.box(boxWords.elsewhere(remote(first, parameters.named.get('user') ?? '')), written)
    const box = this.job.context.hasForeignFiles
      ? this.box(boxWords.ownTag('hugo', name), written)
      : this.stop(`there is no shortcode “${name}”`, from, written)
    return this.withContent(node, box, inner)
  }

  private fromTemplate(node: Shortcode, template: string, inner: string, written: string): string {
    const { name, parameters, from, isSelfClosed } = node.opener
    const takesContent = /\.Inner/.test(template)
    if (takesContent && node.content === null) return this.stop(`“${name}” is not closed`, from, written)
    if (!takesContent && node.content !== null && (node.content.length > 0 || isSelfClosed)) {
      return this.stop(`“${name}” is closed, but takes no content`, from, written) + inner
    }
    try {
      return evaluateTemplate(this.parsed(template), {
        name,
        parameters,
        inner,
        page: this.job.page,
        site: this.site,
      })
    } catch (error) {
      if (!(error instanceof BeyondUs)) throw error
      if (error instanceof TooLong) return this.box(boxWords.cutOff, '')
      return this.withContent(node, this.box(boxWords.complexTemplate(name), written), inner)
    }
  }

  private parsed(template: string): readonly TemplateNode[] {
    const known = this.templates.get(template) ?? parseTemplate(template)
    this.templates.set(template, known)
    return known
  }

  /** A box and what stands between the shortcode's tags. */
  private withContent(node: Shortcode, box: string, inner: string): string {
    if (inner.trim() === '') return box
    return node.opener.isMarkdown ? `${box}\n\n${inner}` : `${box}\n${this.site.renderMarkdown(inner)}`
  }

  private reference(node: Shortcode, written: string): string {
    const { name, parameters, from } = node.opener
    const path = parameters.positional[0] ?? parameters.named.get('path') ?? ''
    const hash = path.indexOf('#')
    const [file, anchor] = hash < 0 ? [path, ''] : [path.slice(0, hash), path.slice(hash)]
    if (file === '') return anchor
    const page = findPage(this.job.context.pages, file)
    const isCut = this.job.context.pages.length >= maxPages
    if (page === undefined && isCut) return this.box(boxWords.unknownAddress, written)
    if (page === undefined) return this.stop(`${name}: there is no page “${path}”`, from, written)
    if (page.address === null) return this.box(boxWords.unknownAddress, written)
    const absolute = absoluteAddress(page.address.replace(/^\//, ''), this.site.baseAddress)
    const relative = relativeAddress(page.address.replace(/^\//, ''), this.site.baseAddress)
    return (name === 'ref' ? absolute : relative) + anchor
  }

  private parameter(name: string, at: number, written: string): string {
    const path = name.split('.')
    const value =
      memberIgnoringCase(this.job.page, path) ??
      memberIgnoringCase(this.job.context.site, ['params', ...path])
    return value === null ? this.stop(`there is no parameter “${name}”`, at, written) : goText(value)
  }

  private box(words: string, written: string): string {
    return this.expansion.standInFor(words, written)
  }

  private stop(message: string, at: number, written: string): string {
    this.expansion.stops.push({ at, message })
    return this.box(boxWords.stops('hugo', message), written)
  }
}
