import { stringify } from 'yaml'
import type { NewPost, NewPostRequest } from '../../profile'
import { fileNameSlug } from '../github-slug'
import { writtenInZone } from '../zone-time'
import { dateKeyOf } from './entry'
import type { Schema } from './schema'

/** What a new post is made by. */
export type AstroNewPostSite = {
  /** Where posts lie. */
  readonly folder: string
  readonly schema: Schema | null
  readonly zone: string
}

/** A new post with the fields that the collection's schema requires. A name that is taken gets a number. */
export function newAstroPost(
  request: NewPostRequest,
  { folder: usual, schema, zone }: AstroNewPostSite,
): NewPost {
  const folder = (request.folder ?? usual).replace(/\/+$/, '')
  const slug = request.slug ?? fileNameSlug(request.title)
  let path = `${folder}/${slug}.md`
  for (let number = 2; request.isTaken(path); number++) path = `${folder}/${slug}-${number}.md`
  const dateKey = dateKeyOf(schema, { type: 'object', fields: new Map(), isOpen: false }) ?? 'pubDate'
  const lines = [
    stringify({ title: request.title }, { lineWidth: 0 }),
    `${dateKey}: ${writtenInZone(request.now, zone)}\n`,
  ]
  for (const [key, entry] of schema?.entries ?? []) {
    if (key === 'title' || key === dateKey || entry.isOptional || entry.default !== null) continue
    lines.push(`${key}: ${emptyValue(entry, request.now, zone)}\n`)
  }
  const draftKey = [...(schema?.entries ?? [])].find(
    ([key, entry]) => entry.kind === 'boolean' && /draft/i.test(key),
  )?.[0]
  if (request.asDraft && draftKey !== undefined) {
    const line = `${draftKey}: true\n`
    const known = lines.findIndex((text) => text.startsWith(`${draftKey}:`))
    lines.splice(known === -1 ? lines.length : known, known === -1 ? 0 : 1, line)
  }
  return { path, text: `---\n${lines.join('')}---\n` }
}

/** A value that the schema lets pass, for the writer to fill in. */
function emptyValue(entry: Schema, now: number, zone: string): string {
  switch (entry.kind) {
    case 'date':
      return writtenInZone(now, zone)
    case 'number':
      return '0'
    case 'boolean':
      return 'false'
    case 'array':
      return '[]'
    case 'object':
      return '{}'
    default:
      return '""'
  }
}
