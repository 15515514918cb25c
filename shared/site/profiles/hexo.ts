import type { ProfileMaker, SiteInput, SiteProfile } from '../profile'
import { hexoAnswers } from './hexo/answers'
import { hexoConfigurationFiles, readHexoConfiguration } from './hexo/configuration'
import { isReadByHexo, judgeWithHexo } from './hexo/judge'
import { newHexoPost, scaffoldFolder } from './hexo/new-post'
import { hexoSlugize } from './hexo/slugize'
import { clockAt, dayOf, padded } from './zone-time'

/** Hexo, by what 8.1 builds. */
export const hexoProfile: ProfileMaker = {
  id: 'hexo',
  wantedTexts: (paths) =>
    paths.filter(
      (path) =>
        hexoConfigurationFiles.includes(path) ||
        path === 'package.json' ||
        /^scaffolds\/[^/]+\.md$/.test(path),
    ),
  understand,
}

function understand(input: SiteInput): SiteProfile {
  const site = readHexoConfiguration(input)
  const scaffolds = new Map([...input.texts].filter(([path]) => path.startsWith(scaffoldFolder)))
  return {
    id: 'hexo',
    answers: hexoAnswers(site),
    problems: site.problems,
    reads: (path) => isReadByHexo(path, site),
    judge: (sources, now) =>
      new Map(sources.map((source) => [source.path, judgeWithHexo(source, site, now)])),
    slugify: (title) => hexoSlugize(title, site.filenameCase),
    newPost: (request) => newHexoPost(request, site, scaffolds),
    // an offset would be lost: the clock of `timezone` is what Hexo reads
    writeDate: (instant) => {
      const clock = clockAt(instant, site.statedZone ?? site.machineZone)
      return `${dayOf(clock)} ${padded(clock.hour)}:${padded(clock.minute)}:${padded(clock.second)}`
    },
  }
}
