import { FailureError, fail } from '#shared/contract/failure'
import type { PostCollection } from '#shared/contract/field'
import type { PostPath } from '#shared/contract/post-path'
import { describeChange } from '#shared/post/change-receipt'
import { receiptWords } from '#shared/post/receipt-words'
import type { OpenBlog } from '../open-blog'
import { print, printable, warn } from '../output'
import { changeField } from './change-field'
import type { FieldTask } from './field-task'
import { namedPosts } from './named-posts'
import { unifiedDiff } from './unified-diff'

/** What a run of `galley set` does. */
export type SetRun = {
  readonly task: FieldTask
  /** Posts and folders, as given. */
  readonly named: readonly string[]
  /** Prints the differences and writes nothing. */
  readonly isRehearsal: boolean
}

/**
 * Does the task in every post that is named and prints what became of each. A refusal in one of several posts is printed, and the
 * others are done; gives the number of those refused. In a single post it is thrown.
 */
export async function setInPosts(open: OpenBlog, { task, named, isRehearsal }: SetRun): Promise<number> {
  const paths = await namedPosts(open, named)
  const collectionOf = describeOnce(open)
  let refused = 0
  for (const path of paths) {
    try {
      await setInPost(open, path, task, isRehearsal, collectionOf)
    } catch (error) {
      if (paths.length === 1 || !(error instanceof FailureError)) throw error
      refused += 1
      warn(`galley: ${printable(path)}: ${error.message}`)
    }
  }
  if (refused > 0) {
    const was = refused === 1 ? 'was' : 'were'
    const rest = refused === paths.length ? 'Nothing was changed.' : 'All others are done.'
    warn(`galley: ${refused} of ${paths.length} posts ${was} refused. ${rest}`)
  }
  return refused
}

type CollectionOf = (path: PostPath) => Promise<PostCollection>

/** Describes the collection of a post, asking once for each folder. */
function describeOnce({ blog, calls }: OpenBlog): CollectionOf {
  const known = new Map<string, Promise<PostCollection>>()
  return (path) => {
    const folder = path.slice(0, path.lastIndexOf('/') + 1)
    const asked = known.get(folder) ?? calls['posts.describeCollection']({ blog: blog.id, path })
    known.set(folder, asked)
    return asked
  }
}

async function setInPost(
  { blog, calls }: OpenBlog,
  path: PostPath,
  task: FieldTask,
  isRehearsal: boolean,
  collectionOf: CollectionOf,
): Promise<void> {
  const { text, version, access } = await calls['posts.read']({ blog: blog.id, path })
  if (access.kind === 'read-only') fail('read-only', `${access.why} Nothing was changed.`)
  const { locate } = blog.evidence
  const changed = await changeField(text, task, { locate, describeCollection: () => collectionOf(path) })
  const shownPath = printable(path)
  if (changed.kind === 'unchanged') {
    if (!isRehearsal) print(`${shownPath}: Nothing to change. ${changed.why}\n`)
    return
  }
  if (isRehearsal) {
    print(forTerminal(unifiedDiff(path, text, changed.text)))
    return
  }
  const { note } = await calls['posts.write']({
    blog: blog.id,
    path,
    text: changed.text,
    baseVersion: version,
  })
  const receipt = receiptWords(describeChange(text, changed.text, locate), printable)
  print(`${shownPath}: Saved. ${receipt}${note === null ? '' : ` ${note}`}\n`)
}

/** A diff as it is, for a file or another program; on a terminal without what could repaint it. */
function forTerminal(diff: string): string {
  if (!process.stdout.isTTY) return diff
  return diff
    .split('\n')
    .map((line) => line.slice(0, 1) + line.slice(1).replace(/[^\t]+/g, (part) => masked(part)))
    .join('\n')
}

function masked(part: string): string {
  return part.replace(/[\p{Cc}\u200e\u200f\u202a-\u202e\u2066-\u2069]/gu, '\ufffd')
}
