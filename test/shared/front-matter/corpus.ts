import { readdirSync, readFileSync } from 'node:fs'
import { generatorIds } from '#shared/site/detect-generator'
import type { RandomPost } from './random-posts'

const folder = new URL('../../fixtures/front-matter/', import.meta.url)

/** A post that somebody wrote, with what its site's evidence says of its front matter. */
export type CorpusPost = RandomPost & { readonly name: string }

/** The posts of a real blog without openers, and of small sites for seven generators. */
export const corpus: readonly CorpusPost[] = [
  ...readdirSync(new URL('posts/', folder)).map((name) => post(`posts/${name}`, { openerless: true })),
  ...readdirSync(new URL('sites/', folder)).map((name) =>
    // the generator that a post was written for stands at the beginning of its name
    post(`sites/${name}`, {
      generator: generatorIds.find((generator) => name.startsWith(generator)) ?? null,
    }),
  ),
]

function post(path: string, options: RandomPost['options']): CorpusPost {
  return { name: path, text: readFileSync(new URL(encodeURI(path), folder), 'utf8'), options }
}
