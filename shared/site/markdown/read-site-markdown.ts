import type { GeneratorId } from '../detect-generator'
import { hexoFiles, readHexo } from './hexo'
import { hugoFiles, readHugo } from './hugo'
import {
  astroFiles,
  docusaurusFiles,
  eleventyFiles,
  readAstro,
  readDocusaurus,
  readEleventy,
} from './javascript'
import { jekyllFiles, readJekyll } from './jekyll'
import { pelicanFiles, readPelican } from './pelican'
import { noSiteMarkdown, type SiteMarkdown } from './site-markdown'

type Reader = {
  /** Paths from the site's root. */
  readonly files: readonly string[]
  readonly read: (texts: ReadonlyMap<string, string>) => SiteMarkdown
}

const readers: { readonly [generator in GeneratorId]?: Reader } = {
  astro: { files: astroFiles, read: readAstro },
  docusaurus: { files: docusaurusFiles, read: readDocusaurus },
  eleventy: { files: eleventyFiles, read: readEleventy },
  hexo: { files: hexoFiles, read: readHexo },
  hugo: { files: hugoFiles, read: readHugo },
  jekyll: { files: jekyllFiles, read: readJekyll },
  pelican: { files: pelicanFiles, read: readPelican },
}

/** The files in which a site of `generator` may say something about its Markdown, as paths from the site's root. */
export function markdownFilesOf(generator: GeneratorId | null): readonly string[] {
  return (generator && readers[generator]?.files) ?? []
}

/** What a site's configuration says about its Markdown. `texts` are the files of `markdownFilesOf` that there are; none of them is run. */
export function readSiteMarkdown(
  generator: GeneratorId | null,
  texts: ReadonlyMap<string, string>,
): SiteMarkdown {
  return (generator && readers[generator]?.read(texts)) ?? noSiteMarkdown
}
