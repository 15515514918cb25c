import type { Access, PostFile } from '#shared/contract/post'
import type { PostPath } from '#shared/contract/post-path'
import { readRegularFile } from '../files/read-regular-file'
import { resolveInBlog } from '../files/resolve-in-blog'
import { versionOf } from '../files/version'
import { decodePost } from './decode-post'
import { maxPostBytes } from './limits'
import { whyNotMarkdown, whyNotWritable } from './post-access'

/**
 * A post's whole text with the version of its bytes. A post that must not be written is `read-only` with the reason; `not-found`,
 * `too-large`, `outside-blog`, `permission-denied`, and `refused` for what is no ordinary file.
 */
export async function readPost(root: string, path: PostPath): Promise<PostFile> {
  const real = await resolveInBlog(root, path)
  const bytes = await readRegularFile(real, path, maxPostBytes)
  const { text, lineEnding, whyNot } = decodePost(bytes)
  return { path, text, version: versionOf(bytes), lineEnding, access: await accessTo(real, path, whyNot) }
}

async function accessTo(real: string, path: PostPath, whyNotText: string | null): Promise<Access> {
  const why = whyNotText ?? whyNotMarkdown(path) ?? (await whyNotWritable(real))
  return why === null ? { kind: 'editable' } : { kind: 'read-only', why }
}
