import { readdir } from 'node:fs/promises'
import type { Blog, Repository } from '#shared/contract/blog'
import { chooseFlavour } from '#shared/markdown/flavours/choose-flavour'
import { describeFlavour } from '#shared/markdown/flavours/flavour'
import { chosenSetup } from '#shared/markdown/flavours/setup'
import { describeSiteMarkdown } from '#shared/site/markdown/site-markdown'
import { explained } from '../files/system-failure'
import { findRepository } from '../git/find-repository'
import { isGitHere } from '../git/is-git-here'
import type { Scan } from '../posts/post-index'
import type { OpenBlog } from './blog-registry'
import { readGalleyFlavourOf } from './read-galley-flavour'
import { readSiteMarkdownOf } from './read-site-markdown'

/** An open blog as the contract has it: its repository, and what its posts say about its generator. */
export async function describeBlog(blog: OpenBlog, scan: Scan): Promise<Blog> {
  const { openerless, pelican } = scan.locateOptions
  const said = await readSiteMarkdownOf(blog.root, scan.generator)
  const { setup, reason } = chooseFlavour({
    rootFiles: await explained('The blog’s folder', () => readdir(blog.root)),
    // Hexo reads such posts too, and renders them as it renders all others
    openerlessFrontMatter: scan.generator !== 'hexo' && (openerless || pelican),
    otherMarkupEndings: scan.otherMarkupEndings,
    generator: scan.generator,
    configuration: { ...said, description: describeSiteMarkdown(said) },
  })
  const written = await readGalleyFlavourOf(blog.root)
  return {
    id: blog.id,
    name: blog.name,
    folder: blog.root,
    repository: await describeRepository(blog.root),
    evidence: {
      locate: scan.locateOptions,
      setup: chosenSetup(setup, written),
      flavourReason:
        written === null ? reason : `${describeFlavour(written).label}, because .galley.yml says so.`,
    },
  }
}

async function describeRepository(root: string): Promise<Repository> {
  if (!(await isGitHere())) return { kind: 'git-missing' }
  return (await findRepository(root)) === null ? { kind: 'none' } : { kind: 'working-copy' }
}
