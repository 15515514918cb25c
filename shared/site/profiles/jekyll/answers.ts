import type { SiteAnswer } from '../../profile'
import { statedAnswer } from '../stated-answer'
import type { JekyllConfiguration } from './configuration'

/** What the Site page says of a Jekyll site. */
export function jekyllAnswers(site: JekyllConfiguration, folder: string | null): readonly SiteAnswer[] {
  const posts = `${site.source}${site.collectionsFolder === '' ? '' : `${site.collectionsFolder}/`}`
  const file = site.file === null ? null : { file: site.file, line: null }
  const future = site.where('future')
  const drafts = site.where('show_drafts')
  const zone = site.where('timezone')
  return [
    {
      ...statedAnswer('generator', 'Jekyll', file, 'generator'),
      certainty: file === null ? 'inferred' : 'stated',
    },
    statedAnswer(
      'folder',
      site.source === '' ? 'the site’s own folder' : `\`${site.source}\``,
      site.where('source'),
    ),
    statedAnswer(
      'posts',
      `files named \`YYYY-MM-DD-name\` in \`${posts}_posts\` and in any \`_posts\` below ${posts === '' ? 'the site' : `\`${posts}\``}`,
      site.where('collections_dir'),
    ),
    statedAnswer(
      'drafts',
      site.showsDrafts
        ? 'files in `_drafts` are published (`show_drafts`); `published: false` holds a post back'
        : 'files in `_drafts`, and posts with `published: false`; Jekyll heeds no `draft: true`',
      drafts,
    ),
    statedAnswer(
      'scheduled',
      site.showsFuture
        ? 'posts of the future are published'
        : 'a post whose date is yet to come waits for it',
      future,
    ),
    statedAnswer(
      'time-zone',
      zone === null ? `${site.zone}, the building machine’s, since \`timezone\` is not set` : site.zone,
      zone,
      'timeZone',
    ),
    statedAnswer(
      'permalinks',
      `\`${site.baseUrl}${site.postsPermalink}\`${site.postsPermalink === site.permalinkStyle ? '' : `, the style \`${site.permalinkStyle}\``}`,
      site.where('collections', 'posts', 'permalink') ?? site.where('permalink'),
    ),
    folder === null
      ? statedAnswer('images', '`assets/images`; nothing beside a post is copied', null, 'imageFolder')
      : {
          ...statedAnswer('images', `\`${folder}\`, where images lie already`, null, 'imageFolder'),
          certainty: 'inferred',
        },
    statedAnswer(
      'new-posts',
      `\`${posts}_posts/YYYY-MM-DD-slug.md\`, a draft \`${posts}_drafts/slug.md\``,
      null,
    ),
  ]
}

/** The folder that has most of the site's images and is copied by Jekyll; null without one. */
export function imageFolderOf(paths: readonly string[]): string | null {
  const counts = new Map<string, number>()
  for (const path of paths) {
    if (!/\.(?:png|jpe?g|gif|webp|avif|svg)$/i.test(path) || /(?:^|\/)[_.]/.test(path)) continue
    const folder = /^((?:assets\/)?(?:images?|img|media|uploads?|assets))(?:\/|$)/i.exec(path)?.[1]
    if (folder !== undefined) counts.set(folder, (counts.get(folder) ?? 0) + 1)
  }
  const [best] = [...counts].toSorted(([, a], [, b]) => b - a)
  return best?.[0] ?? null
}
