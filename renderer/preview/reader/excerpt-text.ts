import type { FlavourOrSetup } from '#shared/markdown/flavours/setup'
import { renderBody } from '#shared/markdown/render'
import { excerptOf, firstWords } from '#shared/post/excerpt'
import type { GeneratorId } from '#shared/site/detect-generator'

/** More than any reader shows of a post; a bound on what is rendered while somebody types. */
const maxMarkdownLength = 6000

/** What the generator takes from a body for lists and feeds, as a reader reads it: without marks, on one line. */
export function excerptText(body: string, generator: GeneratorId | null, setup: FlavourOrSetup): string {
  const { markdown, maxWords } = excerptOf(body, generator)
  const text = textOfHtml(renderBody(markdown.slice(0, maxMarkdownLength), setup))
  return maxWords === null ? text : firstWords(text, maxWords)
}

/** The text that HTML shows. A parsed document of its own loads nothing and runs nothing. */
function textOfHtml(html: string): string {
  const { body } = new DOMParser().parseFromString(html.replaceAll('</', ' </'), 'text/html')
  for (const element of body.querySelectorAll('script, style, template')) element.remove()
  return (body.textContent ?? '')
    .replace(/\s+/g, ' ')
    .replace(/ ([.,;:!?)])/g, '$1')
    .trim()
}
