import { z } from 'zod'

const maxLength = 4096

/** Windows' device names: a file so named cannot be written there, whatever its ending. */
const deviceName = /^(?:con|prn|aux|nul|com\d|lpt\d)(?:\.|$)/i

/** `.git` in every spelling that some file system takes for it: any case, the 8.3 name, trailing dots, HFS's ignorable characters. */
function isGitFolder(segment: string): boolean {
  const folded = segment.replace(/[\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufeff]/g, '').replace(/[. ]+$/, '')
  return /^(?:\.git|git~\d+)$/i.test(folded)
}

function isSafe(path: string): boolean {
  if (path.includes('\0') || path.includes('\\') || path.startsWith('/') || /^[a-z]:/i.test(path))
    return false
  return path
    .split('/')
    .every(
      (segment) =>
        segment !== '' &&
        segment !== '.' &&
        segment !== '..' &&
        !isGitFolder(segment) &&
        !deviceName.test(segment),
    )
}

/**
 * A file's path relative to the blog's folder, `/` between segments. Says only that the words are harmless (no `..`, no `.git`,
 * no NUL, no drive, no device name); that it does not leave the folder through a link is checked by the services on the real file.
 */
export const PostPath = z
  .string()
  .min(1)
  .max(maxLength)
  .refine(isSafe, 'not a path inside the blog')
  .brand<'PostPath'>()

/** See the schema of the same name. */
export type PostPath = z.infer<typeof PostPath>
