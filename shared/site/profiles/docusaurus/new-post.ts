import { stringify } from 'yaml'
import type { NewPost, NewPostRequest } from '../../profile'
import { fileNameSlug } from '../github-slug'
import { clockAt, dayOf } from '../zone-time'

/** What a new post is made by. */
export type DocusaurusNewPostSite = {
  /** The folder of the site's first blog. */
  readonly folder: string
  readonly zone: string
  /** Whether the blog's posts have folders of their own, mostly. */
  readonly usesFolders: boolean
}

/** A new post `YYYY-MM-DD-slug.md`, or in a folder of that name; the name holds its date. A name that is taken gets a number. */
export function newDocusaurusPost(request: NewPostRequest, site: DocusaurusNewPostSite): NewPost {
  const folder = (request.folder ?? site.folder).replace(/\/+$/, '')
  const name = `${dayOf(clockAt(request.now, site.zone))}-${request.slug ?? fileNameSlug(request.title)}`
  const ending = site.usesFolders ? '/index.md' : '.md'
  const pathOf = (stem: string): string => `${folder === '' ? '' : `${folder}/`}${stem}${ending}`
  let path = pathOf(name)
  for (let number = 2; request.isTaken(path); number++) path = pathOf(`${name}-${number}`)
  const title = stringify({ title: request.title }, { version: '1.1', lineWidth: 0 })
  return { path, text: `---\n${title}${request.asDraft ? 'draft: true\n' : ''}---\n` }
}
