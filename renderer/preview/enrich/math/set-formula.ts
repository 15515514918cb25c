import katex, { ParseError } from 'katex'
import type { MathAnswer, MathJob } from './math-style'

/** Longer ones are no formulas that anybody reads, and their boxes would be a page of their own. */
const maxTexLength = 20_000
const maxHtmlLength = 1_000_000

/** Sets a formula. What is wrong with it is an answer, in KaTeX' words. */
export function setFormula({ tex, display, macros }: MathJob): MathAnswer {
  if (tex.length > maxTexLength) return { error: 'The formula is too long.' }
  try {
    const html = katex.renderToString(tex, {
      displayMode: display,
      throwOnError: true,
      // no command that names an address, a class or a style
      trust: false,
      maxExpand: 1000,
      maxSize: 100,
      // what LaTeX would not take is set all the same, as it is on the site
      strict: 'ignore',
      // KaTeX writes the post's own definitions into what it is given
      macros: { ...macros },
    })
    return html.length > maxHtmlLength ? { error: 'The formula is too large.' } : { html }
  } catch (error) {
    if (error instanceof ParseError) return { error: error.message }
    throw error
  }
}
