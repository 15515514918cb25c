import type { SiteAnswer } from '../../profile'
import { statedAnswer } from '../stated-answer'
import type { PelicanConfiguration } from './configuration'
import type { PelicanHabit } from './new-post'

/** What the Site page says of a Pelican site. */
export function pelicanAnswers(site: PelicanConfiguration, habit: PelicanHabit): readonly SiteAnswer[] {
  const { where } = site
  const folders = site.articlePaths.map((path) => `\`${site.content}${path}\``).join(', ')
  const address = site.address('ARTICLE_URL')
  const future = where('WITH_FUTURE_DATES')
  return [
    { ...statedAnswer('generator', 'Pelican', { file: site.file, line: null }, 'generator') },
    {
      ...statedAnswer(
        'folder',
        site.content === '' ? 'the site’s own folder' : `\`${site.content}\``,
        where('PATH'),
      ),
      certainty: site.contentIsStated ? 'stated' : 'inferred',
    },
    statedAnswer(
      'posts',
      `Markdown and reStructuredText in ${folders}, with a title and a date`,
      where('ARTICLE_PATHS'),
      'postFolders',
    ),
    statedAnswer(
      'drafts',
      'posts with `Status: draft`; Pelican still writes them, below `drafts/`',
      where('DEFAULT_METADATA'),
    ),
    statedAnswer(
      'scheduled',
      site.publishesFuture
        ? 'posts of the future are published'
        : 'a post whose date is yet to come waits for it',
      future,
    ),
    statedAnswer('time-zone', site.zone, where('TIMEZONE'), 'timeZone'),
    address === null
      ? {
          ...statedAnswer('permalinks', '`ARTICLE_URL` is code, which is not run', where('ARTICLE_URL')),
          certainty: 'unknown',
        }
      : statedAnswer('permalinks', `\`${site.base}/${address}\``, where('ARTICLE_URL')),
    statedAnswer(
      'languages',
      `\`${site.language}\`, and what a post says in \`Lang\``,
      where('DEFAULT_LANG'),
    ),
    statedAnswer(
      'images',
      `\`${site.content}${site.staticPaths[0] ?? 'images'}\`, linked with \`{static}\``,
      where('STATIC_PATHS'),
      'imageFolder',
    ),
    {
      ...statedAnswer('new-posts', `\`${habit.folder}${habit.isDated ? 'YYYY-MM-DD-' : ''}slug.md\``, null),
      certainty: 'inferred',
    },
  ]
}
