import { readdirSync, readFileSync } from 'node:fs'
import type { FlavourId } from '#shared/markdown/flavours/flavour'
import { repositoryFile } from '../../helpers/repository-root'

const folder = repositoryFile('test/fixtures/markdown')
const postsFolder = repositoryFile('test/fixtures/blogs/engblog/src/posts')

const namesIn = (path: string): readonly string[] =>
  readdirSync(path).map((name) => name.replace(/\.[a-z]+$/, ''))

/** One Markdown text and the HTML that the real renderer made of it. */
export type Case = { readonly name: string; readonly markdown: string; readonly expected: string }

/** The small cases, each for one behaviour. */
export function flavourCases(flavour: FlavourId): readonly Case[] {
  return namesIn(`${folder}/flavours/cases`).map((name) => ({
    name,
    markdown: readFileSync(`${folder}/flavours/cases/${name}.md`, 'utf8'),
    expected: readFileSync(`${folder}/flavours/expected/${flavour}/${name}.html`, 'utf8'),
  }))
}

/** Real posts, front matter taken off. */
export function engblogPosts(): readonly Case[] {
  return namesIn(`${folder}/engblog/expected`).map((name) => {
    const post = readFileSync(`${postsFolder}/${name}.md`, 'utf8')
    return {
      name,
      markdown: post.slice(post.indexOf('\n...\n') + '\n...\n'.length),
      expected: readFileSync(`${folder}/engblog/expected/${name}.html`, 'utf8'),
    }
  })
}

/** The Markdown of every example in the CommonMark specification. */
export function specificationExamples(): readonly string[] {
  return JSON.parse(readFileSync(`${folder}/commonmark/examples.json`, 'utf8'))
}
