import matter from 'gray-matter'
import { FAILSAFE_SCHEMA, load, Type } from 'js-yaml'
import { parse as parseToml, TomlDate } from 'smol-toml'
import type { Located } from '#shared/front-matter/front-matter'
import { jsonSource } from '#shared/front-matter/json/block'
import { headerText, isListHeader, itemRanges, readHeaders } from '#shared/front-matter/pelican/headers'
import type { PostValues } from '#shared/post/post-values'

type Found = Extract<Located, { kind: 'found' }>
type Engine = { readonly parse: (block: string) => object; readonly stringify: () => never }

// Text stays text, so a date is what the file says; only plain `true` and `false` are told apart from their quoted forms.
const indexSchema = FAILSAFE_SCHEMA.extend({
  implicit: [
    new Type('tag:yaml.org,2002:bool', {
      kind: 'scalar',
      resolve: (source: unknown) => typeof source === 'string' && /^(?:true|false)$/i.test(source),
      construct: (source: string) => source.toLowerCase() === 'true',
    }),
    new Type('tag:yaml.org,2002:null', {
      kind: 'scalar',
      resolve: (source: unknown) => source === null || source === '' || source === '~' || source === 'null',
      construct: () => null,
    }),
  ],
})

const refuse = (): never => {
  throw new Error('Front matter never runs as code')
}

function engine(parse: (block: string) => unknown): Engine {
  return { parse: (block) => mapOf(parse(block)), stringify: refuse }
}

// Every name under which gray-matter would otherwise find an engine of its own that evaluates the block.
const engines: Readonly<Record<string, Engine>> = {
  yaml: engine((block) => load(block, { schema: indexSchema, json: true })),
  toml: engine((block) => withTextDates(parseToml(block))),
  json: engine((block) => JSON.parse(block)),
  pelican: engine(pelicanValues),
  javascript: { parse: refuse, stringify: refuse },
  js: { parse: refuse, stringify: refuse },
  coffee: { parse: refuse, stringify: refuse },
}

/**
 * The values of a block that `locateFrontMatter` has delimited, for the post list. The post's text never names the engine, and code is
 * never run. Throws what the parser throws for a block with a mistake.
 */
export function parseValues(text: string, located: Found): PostValues {
  // gray-matter would find what every object has, such as `constructor`
  if (!Object.hasOwn(engines, located.language)) return refuse()
  const block = withShortGaps(sourceOf(text.slice(located.block.from, located.block.to), located))
  const delimiter = delimiterFor(block)
  const source = `${delimiter}\n${block}\n${delimiter}\n`
  // With options gray-matter neither reads nor fills its cache, which would leak values between posts.
  const file = matter(source, {
    language: located.language,
    delimiters: [delimiter, delimiter],
    engines: { ...engines },
  })
  return file.data
}

/** The block as its language has it: between lines of `;;;`, JSON may lack its braces. */
function sourceOf(block: string, { language, dialect }: Found): string {
  return language === 'json' ? jsonSource(block, dialect).source : block
}

/** The block with very long runs of blank lines taken out: gray-matter's search for comments is quadratic in their number. */
function withShortGaps(block: string): string {
  return block.replace(/\s{200,}/g, (gap) => gap.slice(Math.max(0, gap.lastIndexOf('\n'))))
}

/**
 * A delimiter that the block does not have, since gray-matter ends a block at any line that begins with it: one tilde more than the
 * longest run of them.
 */
function delimiterFor(block: string): string {
  let longest = 0
  for (const [run] of block.matchAll(/~+/g)) longest = Math.max(longest, run.length)
  return `${'~'.repeat(longest + 1)}!`
}

function mapOf(value: unknown): object {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? value : {}
}

function withTextDates(value: unknown): unknown {
  if (value instanceof TomlDate) return value.toISOString()
  if (Array.isArray(value)) return value.map(withTextDates)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).map(([key, entry]) => [key, withTextDates(entry)]))
}

/** Pelican's headers by their names in lower case; of a name that is there twice the first counts, as it does for Pelican. */
function pelicanValues(block: string): PostValues {
  const values = readHeaders(block).map((header) => {
    const items = itemRanges(block, header).map(({ from, to }) => block.slice(from, to))
    const text = headerText(block, header).replaceAll('\n', ' ')
    return [header.name, isListHeader(header.name) ? items : text] as const
  })
  return Object.fromEntries(values.toReversed())
}
