import { isSame } from '../liquid/expressions'
import type { PlainValues } from '../template-context'
import { BeyondUs } from './template-syntax'
import { type GoValue, goText, isTrue, SafeHtml } from './template-values'

/** What functions may ask of the site. */
export type TemplateSite = {
  readonly configuration: PlainValues
  /** `https://example.org/blog/`; empty where it is not set. */
  readonly baseAddress: string
  readonly renderMarkdown: (markdown: string) => string
}

type GoFunction = (given: readonly GoValue[], site: TemplateSite) => GoValue

const safe: GoFunction = ([value = null]) => new SafeHtml(goText(value))
const text = (change: (value: string) => string): GoFunction => {
  return ([value = null]) => change(goText(value))
}

/** The path of the site's base address, with its slash at the end. */
function basePath(baseAddress: string): string {
  const path = baseAddress.replace(/^[a-z]+:\/\/[^/]*/i, '').replace(/\/*$/, '/')
  return path.startsWith('/') ? path : `/${path}`
}

/** gohugo.io/functions/urls/relurl: a path that begins with a slash stays as it is. */
export function relativeAddress(path: string, baseAddress: string): string {
  if (/^[a-z][a-z0-9+.-]*:|^\/|^#/i.test(path)) return path
  return basePath(baseAddress) + path
}

/** gohugo.io/functions/urls/absurl */
export function absoluteAddress(path: string, baseAddress: string): string {
  if (/^[a-z][a-z0-9+.-]*:|^\/\//i.test(path) || baseAddress === '') return path
  const host = /^[a-z]+:\/\/[^/]*/i.exec(baseAddress)?.[0] ?? ''
  return path.startsWith('/') ? host + path : host + basePath(baseAddress) + path
}

/** Markdown as HTML; a single paragraph without its tags. gohugo.io/functions/transform/markdownify */
export function markdownify(markdown: string, { renderMarkdown }: TemplateSite): string {
  const html = renderMarkdown(markdown).trim()
  const isSingle = html.startsWith('<p>') && html.endsWith('</p>') && html.lastIndexOf('<p>') === 0
  return isSingle ? html.slice(3, -4) : html
}

const functions: { readonly [name: string]: GoFunction } = {
  absURL: ([path = null], site) => absoluteAddress(goText(path), site.baseAddress),
  absLangURL: ([path = null], site) => absoluteAddress(goText(path), site.baseAddress),
  and: (given) => given.find((value) => !isTrue(value)) ?? given.at(-1) ?? null,
  cond: ([condition = null, one = null, other = null]) => (isTrue(condition) ? one : other),
  default: ([other = null, value = null]) => (isTrue(value) ? value : other),
  eq: ([one = null, ...others]) => others.some((other) => same(one, other)),
  gt: ([one = null, other = null]) => Number(goText(one)) > Number(goText(other)),
  htmlEscape: text((value) => value.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')),
  len: ([value = null]) => goText(value).length,
  lower: text((value) => value.toLowerCase()),
  lt: ([one = null, other = null]) => Number(goText(one)) < Number(goText(other)),
  markdownify: ([value = null], site) => new SafeHtml(markdownify(goText(value), site)),
  ne: ([one = null, other = null]) => !same(one, other),
  not: ([value = null]) => !isTrue(value),
  or: (given) => given.find(isTrue) ?? given.at(-1) ?? null,
  plainify: text((value) => value.replace(/<[^<>]*>/g, '')),
  print: (given) => given.map(goText).join(''),
  printf: ([format = null, ...given]) => printf(goText(format), given),
  relLangURL: ([path = null], site) => relativeAddress(goText(path), site.baseAddress),
  relURL: ([path = null], site) => relativeAddress(goText(path), site.baseAddress),
  safeCSS: safe,
  safeHTML: safe,
  safeHTMLAttr: safe,
  safeURL: safe,
  string: text((value) => value),
  trim: ([value = null, cut = null]) => trim(goText(value), goText(cut)),
  upper: text((value) => value.toUpperCase()),
  urlquery: text((value) => encodeURIComponent(value).replaceAll('%20', '+')),
}

function same(one: GoValue, other: GoValue): boolean {
  if (one instanceof SafeHtml || other instanceof SafeHtml) return goText(one) === goText(other)
  return isSame(one, other)
}

function printf(format: string, given: readonly GoValue[]): string {
  let index = 0
  return format.replace(/%([a-z%])/g, (found, verb: string) => {
    if (verb === '%') return '%'
    if (!'sdv'.includes(verb)) throw new BeyondUs(found)
    return goText(given[index++] ?? null)
  })
}

function trim(value: string, cut: string): string {
  let [from, to] = [0, value.length]
  while (from < to && cut.includes(value[from] ?? '')) from++
  while (to > from && cut.includes(value[to - 1] ?? '')) to--
  return value.slice(from, to)
}

/** A function's value. Throws `BeyondUs` for one that is not worked out here. */
export function callFunction(name: string, given: readonly GoValue[], site: TemplateSite): GoValue {
  const short = name.replace(/^(?:strings|urls|transform|safe|compare|collections|fmt)\./, '')
  const key = /^(?:strings|transform|urls|compare)\./.test(name)
    ? short.charAt(0).toLowerCase() + short.slice(1)
    : short
  const known = Object.hasOwn(functions, key) ? functions[key] : undefined
  if (known === undefined) throw new BeyondUs(name)
  return known(given, site)
}
