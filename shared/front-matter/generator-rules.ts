import type { GeneratorId } from '../site/detect-generator'

/** How a block of front matter can begin: `---`, `---toml` (or another label), `+++`, `;;;`, `{`, `<!--{`, `<!--` above `{`. */
export type Opener =
  | 'dashes'
  | 'labelled-dashes'
  | 'pluses'
  | 'semicolons'
  | 'brace'
  | 'comment'
  | 'comment-line'

/** Where a generator's parser finds front matter, and where it finds none. */
export type GeneratorRules = {
  readonly openers: ReadonlySet<Opener>
  readonly blankLinesFirst: boolean
  readonly spaceAfterOpener: boolean
  /** Four and more dashes or semicolons open a block too, which as many close. */
  readonly longOpeners: boolean
  /** A line of `...` closes YAML. */
  readonly dotsClose: boolean
  /** Any line that begins with the closer closes; what follows on that line is the body's. */
  readonly closerIsPrefix: boolean
}

const anyOpener: ReadonlySet<Opener> = new Set([
  'dashes',
  'labelled-dashes',
  'pluses',
  'semicolons',
  'brace',
  'comment',
  'comment-line',
])

/** For a site whose generator is not known: whatever some generator reads. */
export const liberalRules: GeneratorRules = {
  openers: anyOpener,
  blankLinesFirst: true,
  spaceAfterOpener: true,
  longOpeners: false,
  dotsClose: true,
  closerIsPrefix: false,
}

// https://github.com/jonschlinkert/gray-matter/blob/4.0.3/index.js
const grayMatter: GeneratorRules = {
  openers: new Set(['dashes', 'labelled-dashes']),
  blankLinesFirst: false,
  spaceAfterOpener: true,
  longOpeners: false,
  dotsClose: false,
  closerIsPrefix: true,
}

/**
 * The rules of each generator's own parser. Where a site can configure other delimiters, those that its documentation
 * shows are in.
 */
export const generatorRules: Readonly<Record<GeneratorId, GeneratorRules>> = {
  // YAML_FRONT_MATTER_REGEXP of https://github.com/jekyll/jekyll/blob/v4.3.1/lib/jekyll/document.rb
  jekyll: { ...liberalRules, openers: new Set(['dashes']), blankLinesFirst: false },
  // https://github.com/gohugoio/hugo/blob/v0.111.3/parser/pageparser/pagelexer_intro.go
  hugo: {
    ...liberalRules,
    openers: new Set(['dashes', 'pluses', 'brace', 'comment-line']),
    dotsClose: false,
    closerIsPrefix: true,
  },
  // https://github.com/hexojs/hexo-front-matter/blob/4.2.1/lib/front_matter.ts
  hexo: {
    openers: new Set(['dashes', 'semicolons']),
    blankLinesFirst: true,
    spaceAfterOpener: false,
    longOpeners: true,
    dotsClose: false,
    closerIsPrefix: true,
  },
  // https://www.getzola.org/documentation/content/page/#front-matter
  zola: { ...liberalRules, openers: new Set(['dashes', 'pluses']), dotsClose: false },
  // https://www.11ty.dev/docs/data-frontmatter-customize/ shows TOML
  eleventy: { ...grayMatter, openers: new Set(['dashes', 'labelled-dashes', 'pluses']) },
  // https://docs.astro.build/en/guides/markdown-content/ (TOML since 5.2)
  astro: {
    ...liberalRules,
    openers: new Set(['dashes', 'pluses']),
    dotsClose: false,
    closerIsPrefix: true,
  },
  docusaurus: grayMatter,
  // https://github.com/Python-Markdown/markdown/blob/3.4/markdown/extensions/meta.py; plain YAML by a plugin
  pelican: { ...liberalRules, openers: new Set(['dashes']), blankLinesFirst: false },
  gatsby: { ...grayMatter, openers: new Set(['dashes', 'labelled-dashes', 'pluses']) },
}
