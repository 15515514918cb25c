import { endingOf } from '../markup'
import type { ProfileMaker, SiteInput, SiteProfile } from '../profile'
import { imageFolderOf, jekyllAnswers } from './jekyll/answers'
import {
  type JekyllConfiguration,
  jekyllConfigurationFiles,
  readJekyllConfiguration,
} from './jekyll/configuration'
import { withPrefixes } from './jekyll/front-matter-defaults'
import { judgeWithJekyll } from './jekyll/judge'
import { newJekyllPost } from './jekyll/new-post'
import { jekyllSlugify } from './jekyll/slugify'
import { isTimeZone, writtenInZone } from './zone-time'

/** Jekyll 4, by its source and by what it builds (jekyllrb.com/docs). */
export const jekyllProfile: ProfileMaker = {
  id: 'jekyll',
  wantedTexts: (paths) => {
    const file = jekyllConfigurationFiles.find((name) => paths.includes(name))
    return file === undefined ? [] : [file]
  },
  understand,
}

const pageEndings = new Set(['.html', '.htm', '.xhtml', '.textile'])
const neverText = /\.(?:png|jpe?g|gif|webp|avif|svg|ico|pdf|mp[34]|zip|gz|woff2?)$/i

function understand(input: SiteInput): SiteProfile {
  const read = chosen(readJekyllConfiguration(input.texts, input.machineZone), input)
  const site = { ...read, defaults: withPrefixes(read.defaults, input.paths, read) }
  const layouts = layoutsIn(input.paths, site)
  return {
    id: 'jekyll',
    answers: jekyllAnswers(site, input.choices.imageFolder ?? imageFolderOf(input.paths)),
    problems: site.problems,
    reads: (path) => isRead(path, site),
    judge: (sources, now) =>
      new Map(sources.map((source) => [source.path, judgeWithJekyll(source, site, layouts, now)])),
    slugify: (title) => jekyllSlugify(title),
    newPost: (request) => newJekyllPost(request, site),
    writeDate: (instant) => writtenInZone(instant, site.zone),
  }
}

function chosen(site: JekyllConfiguration, { choices }: SiteInput): JekyllConfiguration {
  const zone = choices.timeZone
  return zone !== undefined && isTimeZone(zone) ? { ...site, zone } : site
}

/** A page in no layout prints no date, and neither does one in a layout that is not there. */
function layoutsIn(paths: readonly string[], site: JekyllConfiguration): ReadonlySet<string> {
  const start = `${site.source}${site.layoutsFolder}/`
  const names = paths.filter((path) => path.startsWith(start)).map((path) => path.slice(start.length))
  return new Set(names.map((name) => name.replace(/\.[^./]+$/, '')))
}

function isRead(path: string, site: JekyllConfiguration): boolean {
  if (/(?:^|\/)_(?:posts|drafts)\//.test(path)) return !neverText.test(path)
  if (/(?:^|\/)(?:node_modules|vendor|_site|_includes|_layouts|_sass|_data)\//.test(path)) return false
  if (path.startsWith(`${site.source}${site.destination}/`)) return false
  const ending = endingOf(path)
  return pageEndings.has(ending) || site.markdownEndings.includes(ending)
}
