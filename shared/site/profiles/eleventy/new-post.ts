import type { NewPost, NewPostRequest, SourceFile } from '../../profile'
import { learnNewPost } from '../learn-new-post'
import { writtenInZone } from '../zone-time'
import type { PostRule } from './collection'
import type { EleventySite } from './site'
import { eleventySlugify } from './slugify'

/** A new post like the ones that are there. Without a tag of their folder, posts have it themselves, and so has a new one. */
export function newEleventyPost(
  request: NewPostRequest,
  paths: readonly string[],
  rule: PostRule,
  { cascade, choices, zone }: EleventySite,
): NewPost {
  const tagged =
    rule.kind === 'tag'
      ? cascade
          .taggedFolders()
          .filter(({ tags }) => tags.includes(rule.tag))
          .map(({ folder }) => folder)
      : []
  const folders = rule.kind === 'folders' ? rule.folders : tagged
  const usual = folders[0] ?? 'posts'
  const siblings =
    request.siblings ??
    paths.filter((path) => folders.some((folder) => path.startsWith(folder)) && /\.md$/.test(path)).map(bare)
  return learnNewPost(siblings, request, {
    usualFolder: usual.replace(/\/$/, ''),
    endings: ['.md'],
    slugify: eleventySlugify,
    zone: 'UTC',
    writeDate: (instant) => writtenInZone(instant, choices.timeZone ?? zone),
    draft: { key: choices.draftKey ?? 'draft', value: true },
    firstKeys: ['title', 'date'],
    language: 'yaml',
  })
}

function bare(path: string): SourceFile {
  return {
    path,
    values: null,
    quoted: new Set(),
    hasFrontMatter: false,
    heading: null,
    modifiedAt: 0,
    createdAt: 0,
  }
}
