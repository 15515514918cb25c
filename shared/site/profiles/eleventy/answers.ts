import type { SiteAnswer } from '../../profile'
import { statedAnswer } from '../stated-answer'
import type { EleventyConfiguration } from './configuration'

/** What the Site page says of an Eleventy site. */
export function eleventyAnswers(site: EleventyConfiguration): readonly SiteAnswer[] {
  const { where, draftRule } = site
  const file = site.file === null ? null : { file: site.file, line: null }
  return [
    {
      ...statedAnswer('generator', 'Eleventy', file, 'generator'),
      certainty: file === null ? 'inferred' : 'stated',
    },
    statedAnswer(
      'folder',
      site.input === '' ? 'the site’s own folder' : `\`${site.input}\``,
      where(/\binput\s*:\s*|\.setInputDirectory\s*\(\s*/),
    ),
    {
      ...statedAnswer(
        'posts',
        'pages with the tag of the site’s posts, which folders’ data files give most often',
        null,
        'postFolders',
      ),
      certainty: 'inferred',
    },
    draftRule === null
      ? {
          about: 'drafts',
          answer:
            'none: Eleventy has no drafts, and this site no rule for them. Which key holds a post back?',
          source: null,
          certainty: 'unknown',
          choice: 'draftKey',
        }
      : {
          ...statedAnswer('drafts', `posts with \`${draftRule.key}: true\``, draftRule.source, 'draftKey'),
          certainty: draftRule.source.file === '.galley.yml' ? 'chosen' : 'stated',
        },
    statedAnswer('scheduled', 'posts of the future are published', null),
    statedAnswer('time-zone', 'UTC; what a page prints is up to its layout', null),
    site.prefix === null
      ? {
          ...statedAnswer(
            'permalinks',
            '`pathPrefix` is code, which is not run',
            where(/\bpathPrefix\s*:\s*/),
          ),
          certainty: 'unknown',
        }
      : statedAnswer(
          'permalinks',
          `\`${site.prefix}/folders/name/\`, where no \`permalink\` says otherwise`,
          where(/\bpathPrefix\s*:\s*/),
        ),
    statedAnswer(
      'images',
      'what the site copies: `addPassthroughCopy`',
      where(/\.addPassthroughCopy\s*\(\s*/),
      'imageFolder',
    ),
    { ...statedAnswer('new-posts', 'named as the posts beside them', null), certainty: 'inferred' },
  ]
}
