import type { PostPath } from '#shared/contract/post-path'
import { withoutCodeInfo } from '#shared/markdown/code-info'
import { flavourIds, isFlavourId } from '#shared/markdown/flavours/flavour'
import { type MarkdownSetup, setupOf } from '#shared/markdown/flavours/setup'
import { emptyTemplateContext, type TemplateContext } from '#shared/markdown/templates/template-context'
import { templateGeneratorOf } from '#shared/markdown/templates/template-language'
import { valuesOfFields } from '#shared/post/values-of-fields'
import { type Arguments, type Command, Misuse, positional } from '../command'
import { type OpenBlog, withBlog } from '../open-blog'
import { print, warn } from '../output'
import { resolvePost } from '../post-argument'
import type { RenderedPost } from '../render/site-document'

/** The flavour that was asked for, as its generator sets it up by itself; else the blog's own with its options. */
function setupFor({ blog }: OpenBlog, asked: Arguments['options'][string]): MarkdownSetup {
  if (asked === undefined) return blog.evidence.setup
  const name = String(asked)
  if (!isFlavourId(name)) throw new Misuse(`there is no flavour ${name}. There are: ${flavourIds.join(', ')}`)
  return setupOf(name)
}

/** What the posts' template tags refer to: the site's own, where the posts are rendered as its generator does. */
async function templateContextFor({ blog, calls }: OpenBlog, setup: MarkdownSetup): Promise<TemplateContext> {
  const generator = templateGeneratorOf(setup)
  if (generator === null || generator !== blog.evidence.locate.generator) return emptyTemplateContext
  return calls['site.readTemplateContext']({ blog: blog.id })
}

type PageLevel = 'plain' | 'site'

function levelOf(asked: Arguments['options'][string]): PageLevel | null {
  if (asked === undefined) return null
  if (asked === 'plain' || asked === 'site') return asked
  throw new Misuse(`there is no page ${String(asked)}. There are: plain, site`)
}

/** The whole page around a rendered post. */
async function documentAround(
  level: PageLevel,
  { blog, calls }: OpenBlog,
  post: RenderedPost,
): Promise<string> {
  const learned = await calls['site.readPageFrame']({ blog: blog.id, path: post.path, samplePage: null })
  if (level === 'site')
    return (await import('../render/site-document')).siteDocument(blog.folder, learned, post)
  const { plainDocument, readTheme } = await import('../render/plain-document')
  const dateStyle = learned.kind === 'learned' ? learned.frame.dateStyle : null
  return plainDocument(await readTheme(), dateStyle, post)
}

async function run(given: Arguments): Promise<number> {
  // on demand: help and errors of the command line need none of it
  const [{ renderDocument }, { readFrontMatter }, { locateFrontMatter }, { pageValuesOf }] =
    await Promise.all([
      import('#shared/markdown/templates/document-renderer'),
      import('#shared/front-matter/read'),
      import('#shared/front-matter/locate'),
      import('#shared/markdown/templates/page-values'),
    ])
  const level = levelOf(given.options.page)
  const rendered = await withBlog(positional(given, 0), async (open) => {
    const { blog, calls } = open
    const setup = setupFor(open, given.options.flavour)
    const context = await templateContextFor(open, setup)
    const html = new Map<PostPath, string>()
    for (const post of given.positionals.slice(1)) {
      const path = await resolvePost(blog.folder, post)
      const { text } = await calls['posts.read']({ blog: blog.id, path })
      const { bodyFrom } = locateFrontMatter(text, blog.evidence.locate)
      const frontMatter = readFrontMatter(text, blog.evidence.locate)
      const page = pageValuesOf(frontMatter)
      const rendered = renderDocument(text.slice(bodyFrom), setup, { context, page })
      const whole = { path, values: valuesOfFields(frontMatter), html: withoutCodeInfo(rendered.html) }
      html.set(path, level === null ? whole.html : await documentAround(level, open, whole))
      for (const { at, message } of rendered.stops) {
        const line = text.slice(0, bodyFrom + at).split('\n').length
        warn(`galley: the site’s generator would stop at ${path}, line ${line}: ${message}`)
      }
    }
    return html
  })
  const isJson = given.options.json === true
  print(
    isJson ? `${JSON.stringify(Object.fromEntries(rendered), null, 2)}\n` : [...rendered.values()].join(''),
  )
  return 0
}

/** `galley render BLOG POST…`: the bodies as the preview has them. */
export const render: Command = {
  name: 'render',
  synopsis: 'BLOG POST… [--flavour NAME] [--page plain|site] [--json]',
  summary: 'Print the HTML of posts’ bodies, as the preview shows them',
  help: `Renders the body of each POST with the Markdown flavour of the blog's
generator, as its configuration sets that up, and prints its HTML. POST is a
path inside BLOG, or any path to one of its files; a file without front matter
is all body.
Template tags that stand for something plain are put in. Where the generator
would stop at a tag, that is said, and the post's tags stay as they are written.

  --flavour NAME   Render as another generator does without configuration:
                   ${flavourIds.slice(0, 5).join(', ')},
                   ${flavourIds.slice(5).join(', ')}
  --page plain     Print a whole page: the post with its title, author, date and
                   picture, in Galley's reading theme
  --page site      Print a whole page as the site has it, learnt from a page
                   that was built. Addresses are relative to BLOG
  --json           Print one object instead, from post to HTML`,
  options: { flavour: { type: 'string' }, page: { type: 'string' }, json: { type: 'boolean' } },
  arity: [2, Number.POSITIVE_INFINITY],
  run,
}
