import { fail } from '#shared/contract/failure'
import { countChangedLines } from '../changed-lines'
import { type Arguments, type Command, positional } from '../command'
import { withBlog } from '../open-blog'
import { print } from '../output'
import { resolvePost } from '../post-argument'

async function run(given: Arguments): Promise<number> {
  // on demand: help and errors of the command line need none of it
  const { withField } = await import('../with-field')
  const key = positional(given, 2)
  const report = await withBlog(positional(given, 0), async ({ blog, calls }) => {
    const path = await resolvePost(blog.folder, positional(given, 1))
    const post = await calls['posts.read']({ blog: blog.id, path })
    if (post.access.kind === 'read-only') return fail('read-only', `${post.access.why} Nothing was changed.`)
    const text = withField(post.text, key, positional(given, 3), blog.evidence.locate)
    if (text === post.text) return `Nothing to change: ${key} has that value already.`
    const { note } = await calls['posts.write']({ blog: blog.id, path, text, baseVersion: post.version })
    const lines = countChangedLines(post.text, text)
    const saved = `Saved. ${key}: ${lines} ${lines === 1 ? 'line' : 'lines'} changed.`
    return note === null ? saved : `${saved} ${note}`
  })
  print(`${report}\n`)
  return 0
}

/** `galley set BLOG POST KEY VALUE`: changes one front-matter field and nothing else. */
export const set: Command = {
  name: 'set',
  synopsis: 'BLOG POST KEY VALUE',
  summary: 'Set one front-matter field of a post',
  help: `Sets the front-matter field KEY of POST to VALUE and saves the post. Only the
value's own characters change. A date, number or yes/no field keeps its kind;
everything else becomes text, quoted where the file needs it.

Refused, with the file left as it is: a field that the post does not have, a
list, and any change that would touch more than this value.

Put -- before a VALUE that begins with a dash.`,
  options: {},
  arity: [4, 4],
  run,
}
