import { stringify } from 'yaml'
import type { NewPost, NewPostRequest } from '../../profile'
import { clockAt, dayOf, writtenInZone } from '../zone-time'
import type { JekyllConfiguration } from './configuration'
import { jekyllSlugify } from './slugify'

/**
 * A new post as jekyll-compose makes it: `_posts/YYYY-MM-DD-slug.md`, or `_drafts/slug.md` without a date, with its
 * `default_front_matter`. A name that is taken gets a number.
 */
export function newJekyllPost(request: NewPostRequest, site: JekyllConfiguration): NewPost {
  const slug = request.slug ?? (jekyllSlugify(request.title) || 'post')
  const special = request.asDraft ? '_drafts' : '_posts'
  const usual = `${site.source}${site.collectionsFolder === '' ? '' : `${site.collectionsFolder}/`}${special}`
  const folder = (request.folder ?? usual).replace(/\/+$/, '')
  const isDraft = request.folder === null ? request.asDraft : /(?:^|\/)_drafts(?:\/|$)/.test(folder)
  const start = isDraft ? slug : `${dayOf(clockAt(request.now, site.zone))}-${slug}`
  let path = `${folder}/${start}.md`
  for (let number = 2; request.isTaken(path); number++) path = `${folder}/${start}-${number}.md`
  const fields = {
    layout: 'post',
    title: request.title,
    ...composeDefaults(site, isDraft ? 'drafts' : 'posts'),
  }
  const hidden = request.asDraft && !isDraft ? 'published: false\n' : ''
  const date = isDraft ? '' : `date: ${writtenInZone(request.now, site.zone)}\n`
  const block = stringify(fields, { version: '1.1', lineWidth: 0 })
  return { path, text: `---\n${block}${date}${hidden}---\n` }
}

function composeDefaults(
  site: JekyllConfiguration,
  kind: 'drafts' | 'posts',
): Readonly<Record<string, unknown>> {
  const settings = ['jekyll_compose', 'default_front_matter', kind].reduce<unknown>(
    (value, key) => (typeof value === 'object' && value !== null ? Reflect.get(value, key) : undefined),
    site.settings,
  )
  if (typeof settings !== 'object' || settings === null || Array.isArray(settings)) return {}
  return Object.fromEntries(Object.entries(settings).filter(([key]) => key !== 'title' && key !== 'date'))
}
