import type { GeneratorId } from '../detect-generator'
import type { ProfileMaker } from '../profile'
import { astroProfile } from './astro'
import { docusaurusProfile } from './docusaurus'
import { eleventyProfile } from './eleventy'
import { gatsbyProfile } from './gatsby'
import { handRolledProfile } from './hand-rolled'
import { hexoProfile } from './hexo'
import { hugoProfile } from './hugo'
import { jekyllProfile } from './jekyll'
import { pelicanProfile } from './pelican'
import { zolaProfile } from './zola'

const makers: readonly ProfileMaker[] = [
  jekyllProfile,
  hugoProfile,
  hexoProfile,
  astroProfile,
  docusaurusProfile,
  eleventyProfile,
  zolaProfile,
  pelicanProfile,
  gatsbyProfile,
  handRolledProfile,
]

/** How the sites of a generator are understood; null where Galley has no rules of its own yet. `null` is a blog whose generator is unknown. */
export function profileMakerOf(generator: GeneratorId | null): ProfileMaker | null {
  return makers.find(({ id }) => id === (generator ?? 'hand-rolled')) ?? null
}
