/**
 * The attribute of a block of code that holds what stands behind its fence besides the language. Highlighters make marked lines and numbers of it;
 * it is no part of what the generator writes.
 */
export const codeInfoAttribute = 'data-code-info'

/** The attribute with a space before it, or nothing where nothing is said. */
export function codeInfo(info: string, escapeHtml: (text: string) => string): string {
  return info === '' ? '' : ` ${codeInfoAttribute}="${escapeHtml(info)}"`
}

/** HTML as the generator writes it: without what is said to a highlighter. */
export function withoutCodeInfo(html: string): string {
  return html.replace(/(<code(?: class="[^"<>]*")?) data-code-info="[^"]*"/g, '$1')
}
