import { createHash } from 'node:crypto'
import { stat } from 'node:fs/promises'
import { join } from 'node:path'
import type { PageFrame } from '#shared/contract/page-frame'
import { PostPath } from '#shared/contract/post-path'
import { emptyTemplateContext } from '#shared/markdown/templates/template-context'
import { templateGeneratorOf } from '#shared/markdown/templates/template-language'
import type { OpenBlog } from '../../blogs/blog-registry'
import { describeBlog } from '../../blogs/describe-blog'
import { systemCode } from '../../files/system-failure'
import { readTemplateContext } from '../read-template-context'
import { type BuiltPage, findBuiltPages } from './built-pages'
import { learnPageFrame } from './learn-page-frame'

/** Learns the page around a post. `samplePage` is a built page that the writer named, null to look for one. */
export type PageFrameReader = (
  blog: OpenBlog,
  path: PostPath,
  samplePage: string | null,
) => Promise<PageFrame>

type Kept = { readonly stamp: string; readonly read: readonly PostPath[]; readonly frame: PageFrame }

const maxKept = 24

/** A reader that learns anew only when a file has changed that the frame was learnt from, or the site was built with other pages. */
export function createPageFrameReader(): PageFrameReader {
  const kept = new Map<string, Kept>()
  return async (blog, path, samplePage) => {
    const named = samplePage === null ? null : samplePageAt(samplePage)
    const pages = named === null ? await findBuiltPages(blog.root) : [named]
    const key = JSON.stringify([blog.root, path, samplePage])
    const before = kept.get(key)
    if (before !== undefined && before.stamp === (await stampOf(blog.root, pages, before.read)))
      return before.frame
    const scan = await blog.index.scan()
    const { setup } = (await describeBlog(blog, scan)).evidence
    const hasTags = templateGeneratorOf(setup.flavour) !== null
    const templates = hasTags ? await readTemplateContext(blog) : emptyTemplateContext
    const read = new Set<PostPath>()
    const onRead = (file: PostPath): void => {
      read.add(file)
    }
    const frame = await learnPageFrame({ blog, scan, setup, templates, path, pages, onRead })
    kept.delete(key)
    kept.set(key, { stamp: await stampOf(blog.root, pages, [...read]), read: [...read], frame })
    for (const oldest of [...kept.keys()].slice(0, Math.max(0, kept.size - maxKept))) kept.delete(oldest)
    return frame
  }
}

async function stampOf(
  root: string,
  pages: readonly BuiltPage[],
  files: readonly PostPath[],
): Promise<string> {
  const stamps = await Promise.all(files.map((file) => stampOfFile(join(root, ...file.split('/')))))
  const hash = createHash('sha256')
  for (const { path } of pages) hash.update(`${path}\n`)
  return hash.update(stamps.join('\n')).digest('hex')
}

async function stampOfFile(file: string): Promise<string> {
  try {
    const { mtimeNs, size, ino } = await stat(file, { bigint: true })
    return `${mtimeNs} ${size} ${ino}`
  } catch (error) {
    if (systemCode(error) === null) throw error
    return 'gone'
  }
}

const likelyOutput = /^(?:.*\/)?(?:_site|public|dist|output|build|out|htdocs)(?=\/)/

/** A page that the writer named, and the folder that its site's addresses begin at. */
function samplePageAt(page: string): BuiltPage | null {
  const checked = PostPath.safeParse(page)
  if (!checked.success || !/\.html?$/i.test(page)) return null
  const output = likelyOutput.exec(page)?.[0] ?? page.slice(0, Math.max(0, page.lastIndexOf('/')))
  return { path: checked.data, output }
}
