import type { Dialect } from '../dialect'
import { cmarkDefaults, cmarkGfm } from './cmark-gfm/cmark-gfm'
import { eleventy, eleventyDefaults } from './eleventy/eleventy'
import type { FlavourId } from './flavour'
import { goldmark, goldmarkDefaults } from './goldmark/goldmark'
import { kramdown } from './kramdown/kramdown'
import { kramdownDefaults } from './kramdown/options'
import { hexo } from './marked/hexo'
import { markedDefaults } from './marked/options'
import { pythonMarkdown } from './python-markdown/python-markdown'
import { pelicanDefaults, pythonMarkdownDefaults } from './python-markdown/syntax'
import { astro, astroDefaults } from './remark/astro'
import { type FlavourOrSetup, type MarkdownOptions, setupOf, withDefaults } from './setup'

/** What one flavour's dialect parses blocks into is its own business: nobody else looks inside. */
export type AnyDialect = Dialect<unknown>

/** A dialect as those see it who do not look into what it parses. */
export function erase<Parsed>(dialect: Dialect<Parsed>): AnyDialect {
  return { ...dialect, render: (parsed, labels) => dialect.render(parsed as Parsed, labels) }
}

const makers: Record<FlavourId, (options: MarkdownOptions) => AnyDialect> = {
  astro: (options) => erase(astro(withDefaults(astroDefaults, options))),
  'cmark-gfm': (options) => erase(cmarkGfm(withDefaults(cmarkDefaults, options))),
  eleventy: (options) => erase(eleventy(withDefaults(eleventyDefaults, options))),
  hexo: (options) => erase(hexo(withDefaults(markedDefaults, options))),
  hugo: (options) => erase(goldmark(withDefaults(goldmarkDefaults, options))),
  'hugo-unsafe': (options) => erase(goldmark(withDefaults({ ...goldmarkDefaults, unsafe: true }, options))),
  jekyll: (options) => erase(kramdown(withDefaults(kramdownDefaults, options))),
  'python-markdown': (options) => erase(pythonMarkdown(withDefaults(pythonMarkdownDefaults, options))),
  'python-markdown-extra': (options) => erase(pythonMarkdown(withDefaults(pelicanDefaults, options))),
}

/** By setup, as JSON: there are as many as sites were open and settings changed. */
const made = new Map<string, AnyDialect>()

/** The implementation of a flavour with a site's options; the same one for equal setups. */
export function dialectOf(given: FlavourOrSetup): AnyDialect {
  const { flavour, options } = setupOf(given)
  const key = JSON.stringify([flavour, options])
  const dialect = made.get(key) ?? makers[flavour](options)
  made.set(key, dialect)
  return dialect
}
