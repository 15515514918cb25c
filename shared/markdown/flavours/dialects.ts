import type { Dialect } from '../dialect'
import { cmarkGfm } from './cmark-gfm/cmark-gfm'
import { eleventy } from './eleventy/eleventy'
import type { FlavourId } from './flavour'
import { goldmark, goldmarkDefaults } from './goldmark/goldmark'
import { kramdown } from './kramdown/kramdown'
import { hexo } from './marked/hexo'
import { pythonMarkdown } from './python-markdown/python-markdown'
import { astro } from './remark/astro'

/** What one flavour's dialect parses blocks into is its own business: nobody else looks inside. */
export type AnyDialect = Dialect<unknown>

function erase<Parsed>(dialect: Dialect<Parsed>): AnyDialect {
  return { ...dialect, render: (parsed, labels) => dialect.render(parsed as Parsed, labels) }
}

const dialects: Record<FlavourId, AnyDialect> = {
  astro: erase(astro),
  'cmark-gfm': erase(cmarkGfm),
  eleventy: erase(eleventy),
  hexo: erase(hexo),
  hugo: erase(goldmark(goldmarkDefaults)),
  'hugo-unsafe': erase(goldmark({ ...goldmarkDefaults, unsafe: true })),
  jekyll: erase(kramdown),
  'python-markdown': erase(pythonMarkdown),
}

/** The implementation of a flavour. */
export function dialectOf(flavour: FlavourId): AnyDialect {
  return dialects[flavour]
}
