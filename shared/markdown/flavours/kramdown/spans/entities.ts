import MarkdownIt from 'markdown-it'
import { isEntityName } from './entity-names'

const { utils } = new MarkdownIt()

/** The character that a reference such as `&eacute;` stands for; null when it stands for none. */
export function characterOf(reference: string): string | null {
  const name = reference.slice(1, -1)
  if (!name.startsWith('#') && !isEntityName(name)) return null
  const character = utils.unescapeAll(reference)
  return character === reference ? null : character
}
