import { Expansion, type ExpansionJob } from '../expansion'
import { Evaluation } from './evaluate'
import { parseLiquid } from './parse'

const maxLength = 8_000_000

/** Runs the Liquid of a post, as Jekyll and Eleventy do before they look at its Markdown. null: there is none. */
export function expandLiquid(
  body: string,
  generator: 'jekyll' | 'eleventy',
  job: ExpansionJob,
): Expansion | null {
  if (!body.includes('{{') && !body.includes('{%')) return null
  const expansion = new Expansion(body, job.standIns, 'word', maxLength)
  new Evaluation(generator, job, expansion).run(
    parseLiquid(body, generator),
    body,
    {
      literal: (from, to) => expansion.verbatim(from, to),
      write: (text) => expansion.write(text),
      box: (words, source) => expansion.box(words, source),
    },
    null,
  )
  return expansion
}
