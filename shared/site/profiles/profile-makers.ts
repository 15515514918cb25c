import type { GeneratorId } from '../detect-generator'
import type { ProfileMaker } from '../profile'
import { astroProfile } from './astro'
import { docusaurusProfile } from './docusaurus'
import { eleventyProfile } from './eleventy'
import { hexoProfile } from './hexo'
import { hugoProfile } from './hugo'
import { jekyllProfile } from './jekyll'
import { pelicanProfile } from './pelican'

const makers: readonly ProfileMaker[] = [
  jekyllProfile,
  hugoProfile,
  hexoProfile,
  astroProfile,
  docusaurusProfile,
  eleventyProfile,
  pelicanProfile,
]

/** How the sites of a generator are understood; null where Galley has no rules of its own yet. `null` is a blog whose generator is unknown. */
export function profileMakerOf(generator: GeneratorId | null): ProfileMaker | null {
  return makers.find(({ id }) => id === (generator ?? 'hand-rolled')) ?? null
}
