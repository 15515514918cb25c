import { RE2JS } from 're2js'
import { readFrontMatter } from '../../front-matter/read'
import { valuesOfFields } from '../../post/values-of-fields'
import type { ProfileMaker, SiteInput, SiteProfile, SiteSource } from '../profile'
import { hugoAnswers } from './hugo/answers'
import { fillArchetype } from './hugo/archetype'
import { type HugoConfiguration, hugoConfigurationFiles, readHugoConfiguration } from './hugo/configuration'
import { contentTree, hasContentEnding } from './hugo/content-tree'
import { judgeWithHugo } from './hugo/judge'
import { archetypeFor, nameFor, newHugoPost } from './hugo/new-post'
import type { HugoSite } from './hugo/page'
import { type HugoValues, hugoValues } from './hugo/values'
import { isTimeZone, writtenInZone } from './zone-time'

/** Hugo, by what 0.111 builds, with what later versions added to front matter and configuration (gohugo.io/documentation). */
export const hugoProfile: ProfileMaker = { id: 'hugo', wantedTexts, understand }

function wantedTexts(paths: readonly string[]): readonly string[] {
  const others = paths.filter(
    (path) =>
      /^archetypes\/(?:[^/]+\/index|[^/]+)\.md$/.test(path) ||
      (/(?:^|\/)_index\.(?:[^./]+\.)?(?:md|markdown)$/.test(path) &&
        !/^(?:themes|public|resources)\//.test(path)),
  )
  return [...hugoConfigurationFiles(paths), ...others]
}

function understand(input: SiteInput): SiteProfile {
  const configuration = chosen(readHugoConfiguration(configurationTexts(input)), input)
  const tree = contentTree(input.paths, configuration)
  const paths = input.paths.filter((path) => hasContentEnding(path) && tree.placeOf(path).kind === 'page')
  const site: HugoSite = { configuration, tree, paths, nodes: nodesIn(input), machineZone: input.machineZone }
  const sections = sectionsOf(site)
  const usual = sections[0] ?? 'posts'
  const zone = configuration.languages.get(configuration.defaultLanguage)?.zone ?? 'UTC'
  return {
    id: 'hugo',
    answers: hugoAnswers(configuration, sections, archetypeFor(usual, site, input.texts).file),
    problems: [
      ...configuration.problems,
      ...patternProblems(configuration),
      ...archetypeProblems(input, site),
    ],
    reads: (path) => hasContentEnding(path) && tree.placeOf(path).kind !== 'outside',
    judge: (sources, now) => judgeWithHugo(sources, site, now),
    slugify: nameFor,
    newPost: (request) => newHugoPost(request, site, input.texts, usual),
    writeDate: (instant) => writtenInZone(instant, zone, 'Z'),
  }
}

function configurationTexts({ texts, paths }: SiteInput): ReadonlyMap<string, string> {
  const files = hugoConfigurationFiles(paths)
  return new Map(files.flatMap((file) => (texts.has(file) ? [[file, texts.get(file) ?? ''] as const] : [])))
}

function chosen(configuration: HugoConfiguration, { choices }: SiteInput): HugoConfiguration {
  const { timeZone } = choices
  if (timeZone === undefined || !isTimeZone(timeZone)) return configuration
  const languages = [...configuration.languages].map(
    ([code, language]) => [code, { ...language, zone: timeZone }] as const,
  )
  return { ...configuration, languages: new Map(languages) }
}

/** The folders' own settings, as they were when the site was understood. */
function nodesIn({ texts }: SiteInput): ReadonlyMap<string, HugoValues> {
  const nodes = new Map<string, HugoValues>()
  for (const [path, text] of texts) {
    if (!/(?:^|\/)_index\.[^/]+$/.test(path)) continue
    const read = readFrontMatter(text, { generator: 'hugo' })
    const values = typedValues(valuesOfFields(read))
    nodes.set(path, hugoValues({ values, quoted: new Set() }))
  }
  return nodes
}

/** Plain flags as flags, as the heads of posts have them. */
function typedValues(value: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> {
  return Object.fromEntries(Object.entries(value).map(([key, entry]) => [key, typed(entry)]))
}

function typed(value: unknown): unknown {
  if (typeof value === 'string' && /^(?:true|false)$/i.test(value)) return value.toLowerCase() === 'true'
  if (Array.isArray(value)) return value.map(typed)
  return typeof value === 'object' && value !== null ? typedValues(value as Record<string, unknown>) : value
}

/** The sections of posts by paths alone: as stated for the site's language, else the one with most pages. */
function sectionsOf({ configuration, tree, paths }: HugoSite): readonly string[] {
  const language = configuration.languages.get(configuration.defaultLanguage)
  if (language?.mainSections) return language.mainSections
  const counts = new Map<string, number>()
  for (const path of paths) {
    const place = tree.placeOf(path)
    const section = place.kind === 'page' ? (place.folders[0] ?? '') : ''
    if (section !== '') counts.set(section, (counts.get(section) ?? 0) + 1)
  }
  return [...counts]
    .toSorted(([a, x], [b, y]) => y - x || (a < b ? -1 : 1))
    .slice(0, 1)
    .map(([section]) => section)
}

type Problem = { readonly message: string; readonly source: SiteSource }

function patternProblems(configuration: HugoConfiguration): readonly Problem[] {
  return configuration.ignoredFiles.flatMap((pattern) => {
    try {
      RE2JS.compile(pattern)
      return []
    } catch {
      const source = configuration.where('ignoreFiles') ?? {
        file: configuration.file ?? 'hugo.toml',
        line: null,
      }
      return [{ message: `Hugo stops here: \`${pattern}\` in \`ignoreFiles\` is no pattern.`, source }]
    }
  })
}

function archetypeProblems(
  { texts }: SiteInput,
  { configuration, machineZone }: HugoSite,
): readonly Problem[] {
  const facts = { name: 'x', section: 'x', now: 0, zone: machineZone, site: configuration.settings }
  return [...texts].flatMap(([file, text]) => {
    if (!file.startsWith(`${configuration.archetypes}/`)) return []
    const [first] = fillArchetype(text, facts).unknown
    if (first === undefined) return []
    const line = text.slice(0, text.indexOf(first)).split('\n').length
    const message = `${file} has \`${first}\`, which Galley does not run: in a new post it stays as it is, for you to fill in.`
    return [{ message, source: { file, line } }]
  })
}
