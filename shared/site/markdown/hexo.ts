import type { OptionValue } from '../../markdown/flavours/setup'
import { flagOf, numberOf, parsedConfiguration, settingIn, textOf } from './parsed-configuration'
import { type SiteMarkdown, SiteMarkdownBuilder } from './site-markdown'

/** The files in which a Hexo site may set its Markdown; `package.json` names the renderer. */
export const hexoFiles: readonly string[] = ['_config.yml', '_config.yaml', '_config.json', 'package.json']

const flags = [
  'gfm',
  'breaks',
  'smartypants',
  'headerIds',
  'prependRoot',
  'lazyload',
  'figcaption',
  'anchorAlias',
  'descriptionLists',
  'autolink',
] as const

function readMarked(told: SiteMarkdownBuilder, file: string, marked: unknown): void {
  const set = (setting: string, value: OptionValue | undefined): void =>
    told.set(file, `marked.${setting}`, setting, value)
  for (const flag of flags) set(flag, flagOf(settingIn(marked, flag)))
  const quotes = textOf(settingIn(marked, 'quotes'))
  if (quotes !== undefined && quotes.length === 4) set('quotes', quotes)
  set('modifyAnchors', numberOf(settingIn(marked, 'modifyAnchors')))
  const external = settingIn(marked, 'external_link')
  const exclude = settingIn(external, 'exclude')
  if (external !== undefined) {
    set('external_link', {
      enable: flagOf(settingIn(external, 'enable')) ?? external === true,
      nofollow: flagOf(settingIn(external, 'nofollow')) ?? false,
      exclude: (Array.isArray(exclude) ? exclude : [exclude]).filter((host) => typeof host === 'string'),
    })
  }
  if (settingIn(marked, 'dompurify')) told.note(`marked.dompurify in ${file} is not followed.`)
}

/** Other packages that render Markdown for Hexo, and the flavour nearest to theirs. */
const otherRenderers: Readonly<
  Record<string, { readonly flavour: 'eleventy' | null; readonly words: string }>
> = {
  'hexo-renderer-markdown-it': { flavour: 'eleventy', words: 'markdown-it' },
  'hexo-renderer-markdown-it-plus': { flavour: 'eleventy', words: 'markdown-it' },
  '@upupming/hexo-renderer-markdown-it-plus': { flavour: 'eleventy', words: 'markdown-it' },
  'hexo-renderer-kramed': { flavour: null, words: 'kramed' },
  'hexo-renderer-pandoc': { flavour: null, words: 'Pandoc' },
}

function readMarkdownIt(told: SiteMarkdownBuilder, file: string, settings: unknown): void {
  // hexo-renderer-markdown-it's own defaults differ from markdown-it's
  const render = settingIn(settings, 'render')
  const flag = (name: string, otherwise: boolean): void => {
    const written = flagOf(settingIn(render, name))
    if (written === undefined) told.default(name, otherwise)
    else told.set(file, `markdown.render.${name}`, name, written)
  }
  for (const name of ['html', 'breaks', 'linkify', 'typographer']) flag(name, true)
  const quotes = textOf(settingIn(render, 'quotes'))
  told.set(file, 'markdown.render.quotes', 'quotes', quotes?.length === 4 ? quotes : undefined)
}

function rendererIn(text: string | undefined): string | null {
  const manifest = text === undefined ? null : parsedConfiguration('package.json', text)
  const dependencies = settingIn(manifest, 'dependencies')
  if (typeof dependencies !== 'object' || dependencies === null) return null
  return Object.keys(dependencies).find((name) => Object.hasOwn(otherRenderers, name)) ?? null
}

/** What a Hexo site's configuration says about its Markdown. */
export function readHexo(texts: ReadonlyMap<string, string>): SiteMarkdown {
  const told = new SiteMarkdownBuilder()
  const file = hexoFiles.find((name) => name !== 'package.json' && texts.has(name))
  const whole = file === undefined ? null : parsedConfiguration(file, texts.get(file) ?? '')
  const renderer = rendererIn(texts.get('package.json'))
  const other = renderer === null ? undefined : otherRenderers[renderer]
  if (renderer !== null && other) {
    told.tell('package.json', renderer)
    if (other.flavour === null) {
      told.note(`${other.words} is not known here: marked’s rules are shown, which differ.`)
    } else {
      told.flavour = other.flavour
      told.default('templates', 'hexo')
      told.default('code', true)
      readMarkdownIt(told, file ?? '_config.yml', settingIn(whole, 'markdown'))
      told.note(`Plugins of ${other.words} and its links on headings are not shown.`)
    }
    return told.build()
  }
  if (file === undefined) return told.build()
  const root = textOf(settingIn(whole, 'root'))
  if (root !== undefined && root !== '/') told.set(file, 'root', 'root', root)
  const marked = settingIn(whole, 'marked')
  readMarked(told, file, marked)
  const url = textOf(settingIn(whole, 'url'))
  // only links that lead elsewhere are marked, so the site's own address counts
  if (settingIn(marked, 'external_link') !== undefined && url !== undefined) told.default('url', url)
  return told.build()
}
