import type { UnderstoodSite } from '#shared/contract/site-understanding'
import { type Arguments, type Command, positional } from '../command'
import { withBlog } from '../open-blog'
import { alignColumns, print, printable } from '../output'

/** `_config.yml:3`, or what else the answer rests on. */
function originOf({ source, certainty }: UnderstoodSite['answers'][number]): string {
  if (source !== null) return source.line === null ? source.file : `${source.file}:${source.line}`
  if (certainty === 'default') return 'the generator’s own'
  return { stated: '', inferred: 'from the site’s files', chosen: 'your choice', unknown: 'not known' }[
    certainty
  ]
}

function describe({ folder, profile, postCount, answers, problems }: UnderstoodSite): string {
  const head = `${profile} in ${folder === '' ? 'the blog’s own folder' : folder}, ${postCount} ${postCount === 1 ? 'post' : 'posts'}\n`
  const rows = answers.map((answer) =>
    [`  ${answer.about}`, answer.answer.replaceAll('`', ''), originOf(answer)].map(printable),
  )
  const mistakes = problems.map(
    ({ message, source }) =>
      `  ! ${source.file}${source.line === null ? '' : `:${source.line}`}: ${message}\n`,
  )
  return `${head}${alignColumns(rows)}${mistakes.map(printable).join('\n')}`
}

async function run(given: Arguments): Promise<number> {
  const understood = await withBlog(positional(given, 0), ({ blog, calls }) =>
    calls['site.understand']({ blog: blog.id }),
  )
  if (given.options.json === true) print(`${JSON.stringify(understood, null, 2)}\n`)
  else print(understood.sites.map(describe).join('\n'))
  return 0
}

/** `galley site BLOG [--json]`: what was understood of a blog's site, and from which file and line. */
export const site: Command = {
  name: 'site',
  synopsis: 'BLOG [--json]',
  summary: 'Tell what was understood of a blog’s site',
  help: `Prints for each site in the folder BLOG its generator, posts, drafts, time
zone, addresses, images and new posts, each with the file and line that says so.
Nothing in the folder is run. What the site does not say can be answered under
"site:" in .galley.yml.

  --json   Print one object instead: sites and what was chosen.`,
  options: { json: { type: 'boolean' } },
  arity: [1, 1],
  run,
}
