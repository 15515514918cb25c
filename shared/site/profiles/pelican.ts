import type { ProfileMaker, SiteInput, SiteProfile } from '../profile'
import { pelicanAnswers } from './pelican/answers'
import { type PelicanConfiguration, pelicanFile, readPelicanConfiguration } from './pelican/configuration'
import { judgeWithPelican } from './pelican/judge'
import { isSupported } from './pelican/metadata'
import { newPelicanPost, pelicanHabit } from './pelican/new-post'
import { isReadable } from './pelican/place'
import { pelicanSlugify } from './pelican/slugify'
import { writtenInZone } from './zone-time'

/** Pelican, by what 4.8 builds. `pelicanconf.py` is a program: only what it writes down in plain sight is read. */
export const pelicanProfile: ProfileMaker = {
  id: 'pelican',
  wantedTexts: (paths) => paths.filter((path) => path === pelicanFile),
  understand,
}

function understand(input: SiteInput): SiteProfile {
  const site = readPelicanConfiguration(input)
  const habit = pelicanHabit(input.paths, site)
  return {
    id: 'pelican',
    answers: pelicanAnswers(site, habit),
    problems: [...site.problems, ...patternProblems(site)],
    reads: (path) => isReadable(path) && path.startsWith(site.content),
    judge: (sources, now) =>
      new Map(sources.map((source) => [source.path, judgeWithPelican(source, site, now)])),
    slugify: (title) => pelicanSlugify(title, site.slug ?? undefined),
    newPost: (request) => newPelicanPost(request, site, habit),
    writeDate: (instant) => writtenInZone(instant, site.zone),
  }
}

function patternProblems(site: PelicanConfiguration): SiteProfile['problems'] {
  const patterns = [
    ['FILENAME_METADATA', site.fileNamePattern],
    ['PATH_METADATA', site.pathPattern],
  ] as const
  return patterns
    .filter(([, pattern]) => !isSupported(pattern))
    .map(([name]) => ({
      message: `The pattern in \`${name}\` looks around itself, which Galley does not follow: what it takes from names is missing here.`,
      source: { file: site.file, line: site.where(name)?.line ?? null },
    }))
}
