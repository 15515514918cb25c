import { boxWords } from '../box-words'
import { maxPages, ownValue, type PlainValue } from '../template-context'
import type { Evaluation, Leaving, Sink } from './evaluate'
import { expressionValue } from './expressions'
import type { TagNode } from './parse'
import { textOf, Unknown } from './values'

/** Tags that name another file of the site. */
export function siteTag(
  evaluation: Evaluation,
  node: TagNode,
  written: string,
  at: number,
  sink: Sink,
): Leaving {
  switch (node.name) {
    case 'post_url':
      return postAddress(evaluation, node.markup, written, at, sink)
    case 'link':
      return pageAddress(evaluation, node.markup, written, at, sink)
    case 'include_relative':
      sink.box(boxWords.notRun(node.name), written)
      return null
    default:
      return include(evaluation, node, written, at, sink)
  }
}

const jekyllParameter = /([\w-]+)\s*=\s*(?:"([^"\\]*(?:\\.[^"\\]*)*)"|'([^'\\]*(?:\\.[^'\\]*)*)'|([\w.-]+))/g
const eleventyParameter = /([\w-]+)\s*:\s*("[^"]*"|'[^']*'|[^\s,]+)/g

function include(evaluation: Evaluation, node: TagNode, written: string, at: number, sink: Sink): Leaving {
  const { generator, job } = evaluation
  const [, first = '', rest = ''] =
    /^((?:\{\{[^}]*\}\}|"[^"]*"|'[^']*'|[^\s,"'])+)([\s\S]*)$/.exec(node.markup) ?? []
  const name = fileName(evaluation, first)
  if (name === null) {
    sink.box(boxWords.unknownValue, written)
    return null
  }
  const parameters = new Map<string, PlainValue>()
  if (generator === 'jekyll') {
    for (const [, key = '', double, single, variable] of rest.matchAll(jekyllParameter)) {
      const literal = double?.replaceAll('\\"', '"') ?? single?.replaceAll("\\'", "'")
      const value = literal ?? expressionValue(variable ?? '', evaluation.scope)
      if (value instanceof Unknown) return boxFor(written, sink)
      parameters.set(key, value)
    }
  } else {
    for (const [, key = '', expression = ''] of rest.matchAll(eleventyParameter)) {
      const value = expressionValue(expression, evaluation.scope)
      if (value instanceof Unknown) return boxFor(written, sink)
      parameters.set(key, value)
    }
  }
  const found = [name, `${name}.liquid`, `${name}.html`].find(
    (candidate) => ownValue(job.context.files, candidate) !== undefined,
  )
  if (found !== undefined) return evaluation.include(found, parameters, sink, at)
  if (job.context.hasForeignFiles) sink.box(boxWords.missingTemplate(name), written)
  else evaluation.stop(`there is no include “${name}”`, written, at, sink)
  return null
}

function boxFor(written: string, sink: Sink): null {
  sink.box(boxWords.unknownValue, written)
  return null
}

/** The name of the file to include; null where only a build can tell. */
function fileName(evaluation: Evaluation, written: string): string | null {
  if (evaluation.generator === 'eleventy') {
    const value = expressionValue(written, evaluation.scope)
    return value instanceof Unknown ? null : textOf(value)
  }
  let isKnown = true
  const name = written.replace(/\{\{([^}]*)\}\}/g, (_, markup: string) => {
    const evaluated = evaluation.evaluate(markup)
    if (evaluated.kind === 'value' && !(evaluated.value instanceof Unknown)) return textOf(evaluated.value)
    isKnown = false
    return ''
  })
  return isKnown ? name : null
}

const datedName = /^(?:(.*)\/)?(\d+-\d+-\d+)-([^/]*?)$/

function postAddress(evaluation: Evaluation, name: string, written: string, at: number, sink: Sink): null {
  const [, folder = '', date, slug] = datedName.exec(name.trim()) ?? []
  const wanted = `${date}-${slug}`
  const page = evaluation.job.context.pages.find(({ path }) => {
    const segments = path.split('/')
    const own = segments.pop()?.replace(/\.[^.]+$/, '')
    const posts = segments.lastIndexOf('_posts')
    if (own !== wanted || posts < 0) return false
    const folders = segments.filter((segment) => segment !== '_posts')
    return folder === '' || folders.join('/').endsWith(folder)
  })
  return address(evaluation, page, `post_url: there is no post “${name.trim()}”`, written, at, sink)
}

function pageAddress(evaluation: Evaluation, markup: string, written: string, at: number, sink: Sink): null {
  const path = markup.trim().replace(/^\//, '')
  const page = evaluation.job.context.pages.find((candidate) => candidate.path === path)
  // a page of HTML is not among those that are told
  if (page === undefined && /\.html?$/.test(path) && evaluation.job.context.isSite) {
    sink.box(boxWords.unknownAddress, written)
    return null
  }
  // a file that is no page is published where it lies
  if (page === undefined && /\.(?!md|markdown|html?$)\w+$/.test(path) && evaluation.job.context.isSite) {
    sink.write(`${evaluation.site.baseAddress}/${path}`)
    return null
  }
  return address(evaluation, page, `link: there is no file “${path}”`, written, at, sink)
}

function address(
  evaluation: Evaluation,
  page: { readonly address: string | null } | undefined,
  problem: string,
  written: string,
  at: number,
  sink: Sink,
): null {
  const isCut = evaluation.job.context.pages.length >= maxPages
  if (page === undefined && isCut) sink.box(boxWords.unknownAddress, written)
  else if (page === undefined) evaluation.stop(problem, written, at, sink)
  else if (page.address === null) sink.box(boxWords.unknownAddress, written)
  else sink.write(evaluation.site.baseAddress + page.address)
  return null
}
