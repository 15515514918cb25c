import type { SiteAnswer } from '../../profile'
import { statedAnswer } from '../stated-answer'
import type { HexoConfiguration } from './configuration'

/** What the Site page says of a Hexo site. */
export function hexoAnswers(site: HexoConfiguration): readonly SiteAnswer[] {
  const { where, source } = site
  const zone = where('timezone')
  const file = site.file === null ? null : { file: site.file, line: null }
  return [
    statedAnswer('generator', 'Hexo', file, 'generator'),
    statedAnswer('folder', `\`${source}\``, where('source_dir')),
    statedAnswer(
      'posts',
      `whatever the site renders in \`${source}_posts\`, but names with \`_\` or a dot first`,
      null,
    ),
    statedAnswer(
      'drafts',
      site.rendersDrafts
        ? 'drafts are published too (`render_drafts`)'
        : `files in \`${source}_drafts\`, and posts with \`published: false\`; Hexo heeds no \`draft: true\``,
      where('render_drafts'),
    ),
    statedAnswer(
      'scheduled',
      site.publishesFuture
        ? 'posts of the future are published'
        : 'a post whose date is yet to come waits for it',
      where('future'),
    ),
    statedAnswer(
      'time-zone',
      site.statedZone ?? `${site.machineZone}, the building machine’s, since \`timezone\` is not set`,
      site.statedZone === null ? null : zone,
      'timeZone',
    ),
    statedAnswer('permalinks', `\`${site.root}${site.permalink}\``, where('permalink')),
    ...(site.language === null ? [] : [statedAnswer('languages', `\`${site.language}\``, where('language'))]),
    statedAnswer(
      'images',
      site.hasAssetFolders ? 'a folder beside each post that has its name' : `\`${source}images\``,
      where('post_asset_folder'),
      'imageFolder',
    ),
    statedAnswer(
      'new-posts',
      `\`${source}_posts/${site.newPostName}\`, a draft \`${source}_drafts\``,
      where('new_post_name'),
    ),
  ]
}
