import type { PostSummary } from '#shared/contract/post'
import { shownDay } from '#shared/post/summarise-post'
import { type Arguments, type Command, positional } from '../command'
import { withBlog } from '../open-blog'
import { alignColumns, print, printable, warn } from '../output'

/** What scripts get of one post; a stable shape, `null` for what is not known. */
function toJson(post: PostSummary) {
  const { path, author, markup, dateISO, day, published, reason, rule, permalink } = post
  const { language, kind, tags, problems } = post
  const title = post.isTitled ? post.title : null
  const facts = { path, title, author, markup, dateISO, day, published, reason, rule, permalink }
  return { ...facts, language, kind, tags, problems }
}

function toRow(post: PostSummary): readonly string[] {
  return [post.title, post.author ?? '', shownDay(post) ?? post.dateText ?? ''].map(printable)
}

/** `1 Markdown post`, `14 Markdown posts, 3 others`. */
function countPosts(posts: readonly PostSummary[]): string {
  const others = posts.filter(({ markup }) => markup === 'other').length
  const markdown = posts.length - others
  const counted = `${markdown} Markdown ${markdown === 1 ? 'post' : 'posts'}`
  return others === 0 ? counted : `${counted}, ${others} ${others === 1 ? 'other' : 'others'}`
}

async function run(given: Arguments): Promise<number> {
  const list = await withBlog(positional(given, 0), ({ blog, calls }) =>
    calls['posts.list']({ blog: blog.id }),
  )
  if (given.options.json === true) print(`${JSON.stringify(list.posts.map(toJson), null, 2)}\n`)
  else print(`${alignColumns(list.posts.map(toRow))}${countPosts(list.posts)}\n`)
  for (const { path, message } of list.unreadable) warn(`galley: ${printable(path)}: ${message}`)
  return 0
}

/** `galley list BLOG [--json]`: all posts of a blog, newest first. */
export const list: Command = {
  name: 'list',
  synopsis: 'BLOG [--json]',
  summary: 'List the posts of a blog',
  help: `Prints title, author and date of each post in the folder BLOG, newest first.
A file that cannot be read is named on standard error.

  --json   Print a list of objects instead: path, title, author, markup
           (markdown or other), dateISO, day (as the site prints it),
           published, reason (draft, future, expired, excluded), rule (which
           says so), permalink, language, kind (file or bundle), tags,
           problems. What is not known is null.`,
  options: { json: { type: 'boolean' } },
  arity: [1, 1],
  run,
}
