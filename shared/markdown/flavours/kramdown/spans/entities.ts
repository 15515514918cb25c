import MarkdownIt from 'markdown-it'

const { utils } = new MarkdownIt()

/** The character that a reference such as `&eacute;` stands for; null when it stands for none. */
export function characterOf(reference: string): string | null {
  const character = utils.unescapeAll(reference)
  return character === reference ? null : character
}
