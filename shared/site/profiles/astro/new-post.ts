import { stringify } from 'yaml'
import type { NewPost, NewPostRequest, SourceFile } from '../../profile'
import { fileNameSlug } from '../github-slug'
import { learnNewPost } from '../learn-new-post'
import { writtenInZone } from '../zone-time'
import { dateKeyOf } from './entry'
import type { Schema } from './schema'

/** What a new post is made by. */
export type AstroNewPostSite = {
  /** Where posts lie. */
  readonly folder: string
  readonly schema: Schema | null
  readonly zone: string
  /** The key that the writer named for drafts. */
  readonly draftKey: string | null
}

/** A new post like those that are there; where there are none yet, with the fields that the collection's schema requires. */
export function newAstroPost(
  request: NewPostRequest,
  siblings: readonly SourceFile[],
  site: AstroNewPostSite,
): NewPost {
  const { schema, zone } = site
  const dateKey = dateKeyOf(schema, { type: 'object', fields: new Map(), isOpen: false }) ?? 'pubDate'
  const draftKey = site.draftKey ?? draftKeyIn(schema)
  const made = learnNewPost(siblings, request, {
    usualFolder: site.folder,
    endings: ['.md', '.mdx'],
    slugify: fileNameSlug,
    zone,
    writeDate: (instant) => writtenInZone(instant, zone),
    draft: draftKey === null ? null : { key: draftKey, value: true },
    firstKeys: ['title', dateKey],
    language: 'yaml',
  })
  if (siblings.some(({ values }) => values !== null)) return made
  return { path: made.path, text: firstText(request, schema, dateKey, draftKey, zone) }
}

function draftKeyIn(schema: Schema | null): string | null {
  const found = [...(schema?.entries ?? [])].find(
    ([key, { kind }]) => kind === 'boolean' && /draft/i.test(key),
  )
  return found?.[0] ?? null
}

function firstText(
  { title, now, asDraft }: NewPostRequest,
  schema: Schema | null,
  dateKey: string,
  draftKey: string | null,
  zone: string,
): string {
  const lines = [stringify({ title }, { lineWidth: 0 }), `${dateKey}: ${writtenInZone(now, zone)}\n`]
  for (const [key, entry] of schema?.entries ?? []) {
    const isLeftOut = ['title', dateKey].includes(key) || (asDraft && key === draftKey)
    if (!isLeftOut && !entry.isOptional && entry.default === null)
      lines.push(`${key}: ${emptyValue(entry, now, zone)}\n`)
  }
  if (asDraft && draftKey !== null) lines.push(`${draftKey}: true\n`)
  return `---\n${lines.join('')}---\n`
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
