import { parse as parseToml } from 'smol-toml'
import { parse as parseYaml } from 'yaml'
import { type GoldmarkOptions, goldmarkDefaults } from './goldmark'
import type { HeadingIdType } from './heading-ids'

/** The files in which a Hugo site may set its Markdown, the one that counts last at the end. Paths from the site's root. */
export const hugoConfigurationFiles: readonly string[] = [
  'config',
  'hugo',
  'config/_default/config',
  'config/_default/hugo',
  'config/_default/markup',
].flatMap((name) => ['json', 'yml', 'yaml', 'toml'].map((ending) => `${name}.${ending}`))

/** What a site's configuration says about goldmark; a file that cannot be read says nothing, and nothing in it is run. */
export function goldmarkOptionsOf(texts: ReadonlyMap<string, string>): GoldmarkOptions {
  const options = { ...goldmarkDefaults }
  for (const file of hugoConfigurationFiles) {
    const text = texts.get(file)
    if (text === undefined) continue
    const whole = parsed(file, text)
    const markup = /\/markup\.\w+$/.test(file) ? whole : entry(whole, 'markup')
    const settings = entry(markup, 'goldmark')
    options.unsafe = flag(entry(entry(settings, 'renderer'), 'unsafe'), options.unsafe)
    options.typographer = typographerOf(
      entry(entry(settings, 'extensions'), 'typographer'),
      options.typographer,
    )
    options.headingIds = headingIdsOf(entry(settings, 'parser'), options.headingIds)
  }
  return options
}

function parsed(file: string, text: string): unknown {
  try {
    if (file.endsWith('.toml')) return parseToml(text)
    return file.endsWith('.json')
      ? JSON.parse(text)
      : parseYaml(text, { logLevel: 'error', maxAliasCount: 20 })
  } catch {
    // a mistake in the configuration stops Hugo's build; the preview goes on with what Hugo does by itself
    return null
  }
}

/** A value by its key, in any letter case, as Hugo reads its configuration. */
function entry(value: unknown, key: string): unknown {
  if (typeof value !== 'object' || value === null) return undefined
  return Object.entries(value).find(([name]) => name.toLowerCase() === key.toLowerCase())?.[1]
}

function flag(value: unknown, otherwise: boolean): boolean {
  return typeof value === 'boolean' ? value : otherwise
}

/** `true`, `false`, or since Hugo 0.112 a table that may say `disable`. */
function typographerOf(value: unknown, otherwise: boolean): boolean {
  const isDisabled = entry(value, 'disable')
  return typeof isDisabled === 'boolean' ? !isDisabled : flag(value, otherwise)
}

function headingIdsOf(settings: unknown, otherwise: HeadingIdType | 'none'): HeadingIdType | 'none' {
  if (entry(settings, 'autoHeadingID') === false) return 'none'
  const type = entry(settings, 'autoHeadingIDType')
  return type === 'github' || type === 'github-ascii' || type === 'blackfriday' ? type : otherwise
}
