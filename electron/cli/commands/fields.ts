import { FailureError, fail } from '#shared/contract/failure'
import type { PostCollection } from '#shared/contract/field'
import type { PostPath } from '#shared/contract/post-path'
import type { CheckedPost, FieldCheck } from '#shared/front-matter/infer/check-fields'
import { type Arguments, type Command, positional } from '../command'
import { countHeld, countHolding, describeCollectionFields } from '../describe-fields'
import { type OpenBlog, withBlog } from '../open-blog'
import { print, warn } from '../output'

/** A collection with its fields compared to the values that its posts have. */
type Report = {
  readonly collection: PostCollection
  readonly checks: readonly FieldCheck[]
  /** null unless asked for. */
  readonly halves: readonly FieldCheck[] | null
}

/** The Markdown posts by collection, the largest first. */
async function collectionsOf({ blog, calls }: OpenBlog, folder: string | undefined): Promise<PostPath[][]> {
  const { findCollections } = await import('#shared/site/collections')
  const { posts } = await calls['posts.list']({ blog: blog.id })
  const paths = posts.filter(({ markup }) => markup === 'markdown').map(({ path }) => path)
  const collectionOf = findCollections(paths)
  const wanted = folder?.replace(/^\.\/|\/+$/g, '')
  const collections = new Map<string, PostPath[]>()
  for (const path of paths) {
    const own = collectionOf(path)
    if (wanted !== undefined && own !== wanted) continue
    const members = collections.get(own)
    if (members === undefined) collections.set(own, [path])
    else members.push(path)
  }
  if (collections.size === 0 && folder !== undefined)
    fail(
      'not-found',
      `No Markdown posts lie in ${folder}. \`galley fields BLOG\` shows the folders that have some.`,
    )
  return [...collections.values()].toSorted((one, other) => other.length - one.length)
}

async function readPosts({ blog, calls }: OpenBlog, paths: readonly PostPath[]): Promise<CheckedPost[]> {
  const [{ observePost }, { readFrontMatter }] = await Promise.all([
    import('#shared/front-matter/infer/observe-post'),
    import('#shared/front-matter/read'),
  ])
  const posts: CheckedPost[] = []
  for (const path of paths) {
    const text = await readText({ blog, calls }, path)
    const frontMatter = readFrontMatter(text, blog.evidence.locate)
    const observed = observePost(text, blog.evidence.locate, true)
    if (frontMatter.kind === 'fields' && observed !== null)
      posts.push({ name: path, fields: frontMatter.fields, observed })
  }
  return posts
}

async function readText({ blog, calls }: OpenBlog, path: PostPath): Promise<string> {
  try {
    return (await calls['posts.read']({ blog: blog.id, path })).text
  } catch (error) {
    if (!(error instanceof FailureError)) throw error
    warn(`galley: ${error.message}`)
    return ''
  }
}

async function report(open: OpenBlog, paths: readonly PostPath[], withHalves: boolean): Promise<Report> {
  const { checkFields, checkHalves } = await import('#shared/front-matter/infer/check-fields')
  const [first] = paths
  if (first === undefined) throw new RangeError('a collection without posts')
  const collection = await open.calls['posts.describeCollection']({ blog: open.blog.id, path: first })
  const posts = await readPosts(open, paths)
  const checks = checkFields(collection.fields, posts)
  return { collection, checks, halves: withHalves ? checkHalves(posts) : null }
}

/** What scripts get; a stable shape. */
function toJson({ collection, checks, halves }: Report) {
  const counts = (all: readonly FieldCheck[]) =>
    all.map(({ key, valueCount, exceptions }) => ({ key, valueCount, exceptions }))
  return { ...collection, checks: counts(checks), ...(halves === null ? {} : { halves: counts(halves) }) }
}

function printForPeople(reports: readonly Report[], withHalves: boolean): void {
  for (const { collection, checks } of reports) print(`${describeCollectionFields(collection, checks)}\n`)
  const checks = reports.flatMap((report) => report.checks)
  print(`The form has room for every value of ${countHolding(checks)}, ${countHeld(checks)}.\n`)
  if (!withHalves) return
  const halves = reports.flatMap((report) => report.halves ?? [])
  print(`Learnt from half of the posts, for every value of the other half in ${countHolding(halves)}, `)
  print(`${countHeld(halves)}.\n`)
}

async function run(given: Arguments): Promise<number> {
  const withHalves = given.options.check === true
  const reports = await withBlog(positional(given, 0), async (open) => {
    const collected: Report[] = []
    for (const paths of await collectionsOf(open, given.positionals[1]))
      collected.push(await report(open, paths, withHalves))
    return collected
  })
  if (given.options.json === true) print(`${JSON.stringify(reports.map(toJson), null, 2)}\n`)
  else printForPeople(reports, withHalves)
  return 0
}

/** `galley fields BLOG [FOLDER] [--check] [--json]`: the forms that the posts' folders get, and how well they suit the posts. */
export const fields: Command = {
  name: 'fields',
  synopsis: 'BLOG [FOLDER] [--check] [--json]',
  summary: 'Show the form that each folder’s posts get',
  help: `Prints for each folder of Markdown posts in BLOG, or for FOLDER alone, the
fields of its form in their usual order: key, kind, the share of posts that
have it, whether it is required or rare, how it is written and the values in
use. Values that a field's control has no room for are named below, and the
last line counts the fields that have room for every value.

  --check  Also learn from every other post and compare with the rest.
  --json   Print a list of objects instead: folder, label, postCount, dialect,
           problems, fields, and checks with key, valueCount and exceptions.`,
  options: { json: { type: 'boolean' }, check: { type: 'boolean' } },
  arity: [1, 2],
  run,
}
