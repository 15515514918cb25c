import type { SiteAnswer } from '../../profile'
import { unknown } from '../program/program-value'
import { statedAnswer } from '../stated-answer'
import type { PostRule } from './collection'
import type { EleventySites } from './judge'

/** What the Site page says of an Eleventy site. */
export function eleventyAnswers({ build }: EleventySites, rule: PostRule): readonly SiteAnswer[] {
  const { configuration: site, choices } = build
  const file = site.file === null ? null : { file: site.file, line: null }
  const permalink =
    choices.permalink === undefined
      ? '`/folder/name/`, a `permalink` in front matter or in a folder’s data before it'
      : `\`${choices.permalink}\``
  return [
    statedAnswer('generator', 'Eleventy', file, 'generator'),
    statedAnswer(
      'folder',
      `\`${site.input === '' ? '.' : site.input}\``,
      site.where('input') ?? site.where('setInputDirectory'),
    ),
    postsAnswer(rule),
    draftsAnswer(build),
    statedAnswer(
      'scheduled',
      site.preprocessors.length === 0
        ? 'a post whose date is yet to come is published all the same'
        : 'as the site’s own code says; Eleventy itself publishes what is yet to come',
      null,
    ),
    statedAnswer('time-zone', 'UTC, whatever the machine’s', null),
    site.pathPrefix === null
      ? {
          about: 'permalinks',
          answer:
            '`pathPrefix` is set by code that Galley does not run: at which address does a post appear?',
          source: site.where('pathPrefix'),
          certainty: 'unknown',
          choice: 'permalink',
        }
      : statedAnswer(
          'permalinks',
          site.pathPrefix === '/' ? permalink : `${permalink}, below \`${site.pathPrefix}\``,
          site.where('pathPrefix'),
          'permalink',
        ),
    statedAnswer(
      'images',
      'folders that the configuration copies (`addPassthroughCopy`)',
      site.where('addPassthroughCopy'),
      'imageFolder',
    ),
    { ...statedAnswer('new-posts', 'like the posts that are there', null), certainty: 'inferred' },
  ]
}

function postsAnswer(rule: PostRule): SiteAnswer {
  const base = { about: 'posts', choice: 'postFolders' } as const
  if (rule.kind === 'tag') {
    const source = rule.source === null ? null : { file: rule.source, line: null }
    return {
      ...base,
      answer: `whatever has the tag \`${rule.tag}\``,
      source,
      certainty: source === null ? 'inferred' : 'stated',
    }
  }
  if (rule.kind === 'globs')
    return {
      ...base,
      answer: `the collection \`${rule.name}\`: ${rule.globs.map((glob) => `\`${glob}\``).join(', ')}`,
      source: null,
      certainty: 'stated',
    }
  const folders = rule.folders.map((folder) => `\`${folder}\``).join(', ')
  if (rule.isChosen) return { ...base, answer: `all in ${folders}`, source: null, certainty: 'chosen' }
  if (rule.folders.length > 0)
    return { ...base, answer: `all in ${folders}, by its name`, source: null, certainty: 'inferred' }
  return {
    ...base,
    answer: 'no tag or folder says which files are posts: in which folders are they?',
    source: null,
    certainty: 'unknown',
  }
}

function draftsAnswer({ configuration, cascade }: EleventySites['build']): SiteAnswer {
  const base = { about: 'drafts', choice: 'draftKey' } as const
  const { preprocessors, file, where } = configuration
  if (preprocessors.length > 0)
    return {
      ...base,
      answer: 'as the site’s own preprocessor says',
      source: where('addPreprocessor'),
      certainty: 'stated',
    }
  const hasComputed = configuration.globalData.get('eleventyComputed') === unknown || cascade.hasComputed()
  if (hasComputed)
    return {
      ...base,
      answer: 'as the site’s own computed data says',
      source: file === null ? null : { file, line: null },
      certainty: 'inferred',
    }
  return {
    ...base,
    answer: 'no rule: Eleventy publishes what has `draft: true` unless the site’s own code leaves it out',
    source: null,
    certainty: 'default',
  }
}
