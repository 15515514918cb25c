import { readdirSync, readFileSync } from 'node:fs'
import { readFrontMatter } from '#shared/front-matter/read'
import type { RandomPost } from '../shared/front-matter/random-posts'

const fixtures = new URL('../fixtures/front-matter/', import.meta.url)

/** The posts of several generators' sites and of a real blog whose posts have no opening delimiter: all that the form can be filled from. */
export function corpusPosts(): readonly RandomPost[] {
  return [...postsIn('sites/', false), ...postsIn('posts/', true)]
}

function postsIn(folder: string, openerless: boolean): readonly RandomPost[] {
  return readdirSync(new URL(folder, fixtures))
    .map((name) => ({
      text: readFileSync(new URL(`${folder}${name}`, fixtures), 'utf8'),
      options: { openerless },
    }))
    .filter(({ text, options }) => readFrontMatter(text, options).kind === 'fields')
}
