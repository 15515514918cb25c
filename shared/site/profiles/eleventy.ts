import { eleventyFiles } from '../markdown/javascript'
import type { ProfileMaker, SiteInput, SiteProfile, SourceFile } from '../profile'
import { eleventyAnswers } from './eleventy/answers'
import { postRuleOf } from './eleventy/collection'
import { isReadByEleventy, judgeWithEleventy } from './eleventy/judge'
import { newEleventyPost } from './eleventy/new-post'
import { readEleventySite } from './eleventy/site'
import { eleventySlugify } from './eleventy/slugify'
import { writtenInZone } from './zone-time'

/** More files than any site sets itself up with. */
const maxTexts = 400

/** Eleventy 3, by its source and by what 3.1 builds (11ty.dev/docs). */
export const eleventyProfile: ProfileMaker = {
  id: 'eleventy',
  wantedTexts: (paths) =>
    paths
      .filter(isWanted)
      .toSorted((one, other) => depthOf(one) - depthOf(other))
      .slice(0, maxTexts),
  understand,
}

function depthOf(path: string): number {
  return path.split('/').length
}

function isWanted(path: string): boolean {
  const parts = path.split('/')
  const file = parts.at(-1) ?? ''
  if (eleventyFiles.includes(path) || /^(?:package\.json|\.gitignore|(?:.*\/)?\.eleventyignore)$/.test(path))
    return true
  if (/\.11tydata\.(?:js|cjs|mjs|json)$/.test(file)) return true
  if (/\.json$/.test(file) && parts.length > 1 && file === `${parts.at(-2)}.json`) return true
  const folders = parts.slice(0, -1)
  if (/\.(?:js|cjs|mjs|json)$/.test(file)) return isProgram(path, folders)
  // layouts, wherever the configuration has them
  if (/\.(?:njk|liquid)$/.test(file)) return true
  return folders.some((folder) => /^_?(?:includes|layouts)$/.test(folder)) && /\.(?:html|md)$/.test(file)
}

/** Data of the whole site, and what a configuration may import. */
function isProgram(path: string, folders: readonly string[]): boolean {
  if (folders.length === 0) return !/\.json$/.test(path)
  return (
    folders.length < 4 &&
    folders.some((folder) =>
      /^(?:_.*|data|config|eleventy|11ty|lib|utils?|filters?|plugins|helpers|collections)$/.test(folder),
    )
  )
}

function understand(input: SiteInput): SiteProfile {
  const sites = { build: readEleventySite(input, 'build'), serve: readEleventySite(input, 'serve') }
  const { configuration } = sites.build
  const read = (path: string): boolean => isReadByEleventy(path, sites.build)
  const paths = input.paths.filter(read)
  const rule = postRuleOf(sites.build, paths, [])
  return {
    id: 'eleventy',
    answers: eleventyAnswers(sites, rule),
    problems: jsonProblems(input),
    reads: read,
    judge: (sources: readonly SourceFile[], now) => judgeWithEleventy(sources, sites, now),
    slugify: eleventySlugify,
    newPost: (request) => newEleventyPost(request, paths, rule, sites.build),
    // with `T` and a colon in the offset: right with quotes and without
    writeDate: (instant) => writtenInZone(instant, input.choices.timeZone ?? configuration.reading.zone),
  }
}

function jsonProblems({ texts }: SiteInput): SiteProfile['problems'] {
  return [...texts]
    .filter(([path, text]) => path.endsWith('.json') && text.trim() !== '')
    .flatMap(([file, text]) => {
      try {
        JSON.parse(text)
        return []
      } catch {
        return [
          { message: `${file} is not readable as JSON: Eleventy stops on it.`, source: { file, line: null } },
        ]
      }
    })
}
