import type { FlavourOrSetup } from '#shared/markdown/flavours/setup'
import { renderDocument, type TemplateValues } from '#shared/markdown/templates/document-renderer'
import { excerptOf, firstWords } from '#shared/post/excerpt'
import type { GeneratorId } from '#shared/site/detect-generator'

/** More than any reader shows of a post; a bound on what is rendered while somebody types. */
const maxMarkdownLength = 6000

/**
 * What the generator takes from a body for lists and feeds, as a reader reads it: without marks, on one line. Template tags are put in as far as
 * `templates` knows them; of the others nothing is said.
 */
export function excerptText(
  body: string,
  generator: GeneratorId | null,
  setup: FlavourOrSetup,
  templates: TemplateValues,
): string {
  const { markdown, maxWords } = excerptOf(body, generator)
  const text = textOfHtml(renderDocument(markdown.slice(0, maxMarkdownLength), setup, templates).html)
  return maxWords === null ? text : firstWords(text, maxWords)
}

/** The text that HTML shows. A parsed document of its own loads nothing and runs nothing. */
function textOfHtml(html: string): string {
  const { body } = new DOMParser().parseFromString(html.replaceAll('</', ' </'), 'text/html')
  for (const element of body.querySelectorAll('script, style, template, .galley-box')) element.remove()
  return (body.textContent ?? '')
    .replace(/\s+/g, ' ')
    .replace(/ ([.,;:!?)])/g, '$1')
    .trim()
}
