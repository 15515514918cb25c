import type { Rule } from './rule'
import { findLine } from './source-lines'

const tag = /<\/?([a-z][a-z0-9-]*)(?=[\s/>])/i

/** goldmark leaves out HTML unless `markup.goldmark.renderer.unsafe` is set. */
export const htmlLeftOut: Rule = {
  id: 'html-left-out',
  families: ['hugo'],
  find({ name, source, here, there }) {
    const line = findLine(source, (text) => tag.test(text))
    const name0 = tag.exec(source.split('\n')[line] ?? '')?.[1]?.toLowerCase()
    if (name0 === undefined) return null
    const opens = (token: string): boolean => new RegExp(`^<${name0}[ >]`).test(token)
    const isMissing = there.filter(opens).length > here.filter(opens).length || here.length < there.length
    if (!isMissing) return null
    return { line, message: `${name} leaves out HTML here: the site’s setting \`unsafe\` is off.` }
  },
}
