import { type Arguments, type Command, Misuse, positional } from '../command'
import { withBlog } from '../open-blog'
import type { FieldTask, GivenValue } from '../set/field-task'

async function run(given: Arguments): Promise<number> {
  // on demand: help and errors of the command line need none of it
  const [{ setInPosts }, { readJsonValue }] = await Promise.all([
    import('../set/set-in-posts'),
    import('../set/json-value'),
  ])
  const toValue = (text: string): GivenValue =>
    given.options.json === true ? { kind: 'json', value: readJsonValue(text) } : { kind: 'words', text }
  const { task, named } = readTask(given, toValue)
  const isRehearsal = given.options['dry-run'] === true
  const refused = await withBlog(positional(given, 0), (open) =>
    setInPosts(open, { task, named, isRehearsal }),
  )
  return refused === 0 ? 0 : 1
}

/** BLOG POST… KEY VALUE; with `--remove` the VALUE is missing where there are three words. */
function readTask(
  given: Arguments,
  toValue: (text: string) => GivenValue,
): { readonly task: FieldTask; readonly named: readonly string[] } {
  const { add, append, remove, rename, json } = given.options
  if (remove === true && (add === true || append === true))
    throw new Misuse('--remove goes with no other task')
  if (rename === true && (add === true || append === true || remove === true || json === true)) {
    throw new Misuse('--rename goes with no other option')
  }
  const words = given.positionals.slice(1)
  if (remove === true && words.length === 2) {
    return { task: { kind: 'remove', key: positional(given, 2) }, named: words.slice(0, 1) }
  }
  if (words.length < 3) throw new Misuse('an argument is missing')
  const [key = '', last = ''] = words.slice(-2)
  return { task: taskFor(given, key, last, toValue), named: words.slice(0, -2) }
}

function taskFor(
  { options: { add, append, remove, rename } }: Arguments,
  key: string,
  last: string,
  toValue: (text: string) => GivenValue,
): FieldTask {
  if (rename === true) return { kind: 'rename', key, newKey: last }
  const value = toValue(last)
  if (append === true) return { kind: 'append', key, value, adds: add === true }
  if (remove === true) return { kind: 'remove-item', key, value }
  return { kind: add === true ? 'add' : 'set', key, value }
}

/** `galley set BLOG POST… KEY VALUE`: changes one front-matter field of posts and nothing else. */
export const set: Command = {
  name: 'set',
  synopsis: 'BLOG POST… KEY VALUE [OPTION…]',
  summary: 'Change one front-matter field of posts',
  help: `Sets the front-matter field KEY to VALUE in each POST and saves it. Only the
value's own characters change. A date, number or yes/no field keeps its kind;
everything else becomes text, quoted where the file needs it.

POST is a post, or a folder: then every Markdown post in it and below. The
folder of the blog, or ., stands for all posts. KEY may lead into maps and
lists: seo.title, authors.0.name. A key that has dots itself comes first. Case
does not matter where the generator ignores it (Hugo, Pelican).

  --append   adds VALUE to the list KEY, where it is not in it yet
  --remove   takes VALUE out of the list KEY; without VALUE (BLOG POST KEY)
             takes the field out of the post or folder
  --add      adds KEY with VALUE where a post lacks it, in the place and style
             of the other posts; --append --add adds a list that is missing
  --rename   calls KEY by the name VALUE; value and place stay
  --json     VALUE is JSON: a text, number, true, false, null, list or map
  --dry-run  prints the changes as a diff and writes nothing

Prints what changed in each post. Refused, with the post left as it is: a field
that is not there, and any change that would touch more than this field. When
one of several posts is refused the others are done, and the exit code is 1.

Put -- before a VALUE that begins with a dash.`,
  options: {
    add: { type: 'boolean' },
    append: { type: 'boolean' },
    remove: { type: 'boolean' },
    rename: { type: 'boolean' },
    json: { type: 'boolean' },
    'dry-run': { type: 'boolean' },
  },
  arity: [3, Number.POSITIVE_INFINITY],
  run,
}
