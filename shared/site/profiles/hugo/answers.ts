import type { SiteAnswer } from '../../profile'
import { statedAnswer } from '../stated-answer'
import type { HugoConfiguration } from './configuration'

/** What the Site page says of a Hugo site; `sections` are those that hold posts. */
export function hugoAnswers(
  site: HugoConfiguration,
  sections: readonly string[],
  archetype: string | null,
): readonly SiteAnswer[] {
  const { where } = site
  const folders = [...new Set(site.roots.map(({ folder }) => `\`${folder}\``))].join(', ')
  const stated = where('params', 'mainSections') ?? where('mainSections')
  const language = site.languages.get(site.defaultLanguage)
  const codes = [...site.languages.keys()]
  const usual = sections[0] ?? 'posts'
  const pattern = language?.permalinks.page[usual.toLowerCase()]
  const base = language?.basePath ?? ''
  const permalinks = where('permalinks', usual) ?? where('permalinks', 'page', usual)
  const answers = [
    statedAnswer(
      'generator',
      'Hugo',
      site.file === null ? null : { file: site.file, line: null },
      'generator',
    ),
    statedAnswer('folder', folders, where('contentDir')),
    {
      ...statedAnswer('posts', sectionWords(sections, stated !== null), stated),
      certainty: stated === null ? ('inferred' as const) : ('stated' as const),
    },
    statedAnswer(
      'drafts',
      site.buildsDrafts ? 'drafts are built (`buildDrafts`)' : '`draft: true`, or `published: false`',
      where('buildDrafts'),
    ),
    statedAnswer(
      'scheduled',
      site.buildsFuture
        ? 'posts of the future are built (`buildFuture`)'
        : 'a post waits for its `publishDate`, else its `date`; after its `expiryDate` it is gone',
      where('buildFuture'),
    ),
    statedAnswer('time-zone', language?.zone ?? 'UTC', where('timeZone'), 'timeZone'),
    statedAnswer(
      'permalinks',
      typeof pattern === 'string'
        ? `\`${base}${pattern}\``
        : `\`${base}/${usual}/name${language?.uglyUrls === true ? '.html' : '/'}\`, Hugo’s own`,
      permalinks,
    ),
    statedAnswer(
      'images',
      'beside the post in a folder of its own, else `static`, which is copied to the root',
      null,
      'imageFolder',
    ),
    statedAnswer(
      'new-posts',
      archetype === null ? 'Hugo’s own archetype' : `from \`${archetype}\``,
      archetype === null ? null : { file: archetype, line: 1 },
    ),
  ]
  if (codes.length < 2) return answers
  return [...answers, statedAnswer('languages', codes.join(', '), where('languages'))]
}

function sectionWords(sections: readonly string[], isStated: boolean): string {
  const names = sections.map((section) => `\`${section}\``).join(', ')
  if (isStated) return `all pages of ${names}`
  return sections.length === 0
    ? 'no section has pages yet'
    : `all pages of ${names}, the section with most pages`
}
