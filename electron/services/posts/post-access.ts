import { constants } from 'node:fs'
import { access } from 'node:fs/promises'
import { endingOf, markupOf } from '#shared/site/markup'
import { systemCode } from '../files/system-failure'

/** Why a file of this name is not edited: it is no Markdown. null when it is. */
export function whyNotMarkdown(path: string): string | null {
  if (markupOf(path) === 'markdown') return null
  return `Galley edits Markdown; this ${endingOf(path) || 'kind of'} file is shown but not changed.`
}

/** Why the file at the absolute path `real` cannot be written by this user, a sentence for the writer; null when it can. */
export async function whyNotWritable(real: string): Promise<string | null> {
  try {
    await access(real, constants.W_OK)
    return null
  } catch (error) {
    return systemCode(error) === 'EROFS'
      ? 'This post lies on a disk that cannot be written to, so it is shown but not changed.'
      : 'You have no permission to write this file. Change its permissions to edit it here.'
  }
}
