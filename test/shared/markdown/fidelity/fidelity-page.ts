import { describeFlavour, type FlavourId, flavourIds } from '#shared/markdown/flavours/flavour'
import { renderDocument } from '#shared/markdown/templates/document-renderer'
import { firstDifference } from '../../../helpers/compare-html'
import { type Case, engblogPosts, flavourCases } from '../fixtures'
import { knownDifferences } from './known-differences'

/** The renderers that made what the cases are compared with. */
const renderers: Readonly<Record<FlavourId, string>> = {
  astro: '@astrojs/markdown-remark 7.3.1 with remark-gfm 4.0.1 and remark-smartypants 3.0.3',
  'cmark-gfm': 'cmark-gfm 0.29.0.gfm.6 with all its extensions',
  eleventy: 'Eleventy 3.0.0 with markdown-it 14.3.3',
  hexo: 'Hexo 8.1.2 with hexo-renderer-marked 7.0.1 and marked 15.0.12',
  hugo: 'Hugo 0.111.3',
  'hugo-unsafe': 'Hugo 0.111.3 with `unsafe = true`',
  jekyll: 'Jekyll 4.3.1 with kramdown 2.4.0 and kramdown-parser-gfm 1.1.0',
  'python-markdown': 'Python-Markdown 3.4.1 with `footnotes`, `fenced_code` and `codehilite`',
  'python-markdown-extra': 'Python-Markdown 3.4.1 as Pelican sets it up',
}

function differing(cases: readonly Case[], flavour: FlavourId): readonly string[] {
  return cases
    .filter(
      ({ markdown, expected }) => firstDifference(expected, renderDocument(markdown, flavour).html) !== null,
    )
    .map(({ name }) => name)
}

function causeOf(flavour: FlavourId, name: string): string {
  const cause = knownDifferences[flavour]?.[name]
  if (cause === undefined) throw new Error(`${flavour} renders ${name} otherwise, and no cause is known`)
  return `- \`${name}\`: ${cause}`
}

/** `docs/preview-fidelity.md`, from rendering every case and post anew. @throws Error when one differs whose cause is not known. */
export function fidelityPage(): string {
  const results = flavourIds.map((flavour) => {
    const cases = flavourCases(flavour)
    return { flavour, total: cases.length, differing: differing(cases, flavour) }
  })
  const posts = engblogPosts()
  const equalPosts = posts.length - differing(posts, 'python-markdown').length
  const rows = results.map(
    ({ flavour, total, differing }) =>
      `| ${describeFlavour(flavour).label} | \`${flavour}\` | ${total - differing.length} of ${total} | ${renderers[flavour]} |`,
  )
  const remaining = results
    .filter(({ differing }) => differing.length > 0)
    .map(({ flavour, differing }) => {
      const causes = differing.map((name) => causeOf(flavour, name))
      return `### ${describeFlavour(flavour).label}\n\n${causes.join('\n')}\n`
    })
  return `# How true the preview is

Written by \`npm run fidelity\`, which renders everything below anew; a test fails when this page is not what it would write.

${results[0]?.total} small texts, each for one behaviour in which Markdown dialects differ, are compared with what the real renderers made of them. Colours of
code and white space that only lays out the HTML do not count; every element, attribute and character of text does.

| flavour | \`--flavour\` | cases that match | compared with |
|---|---|---|---|
${rows.join('\n')}

Of the Khan Academy engineering blog's posts, ${equalPosts} of ${posts.length} are rendered as the blog shows them.

## What differs

${remaining.length === 0 ? 'Nothing.\n' : remaining.join('\n')}`
}
