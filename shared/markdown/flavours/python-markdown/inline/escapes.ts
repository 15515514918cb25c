import { ETX, STX } from '../stash'

const escaped = new RegExp(`${STX}(\\d+)${ETX}`, 'g')

/** A character that no rule looks at any more. */
export function protect(character: string): string {
  return `${STX}${character.charCodeAt(0)}${ETX}`
}

/** `text` with every protected character as itself. */
export function unprotect(text: string): string {
  return text.replace(escaped, (_whole, code: string) => String.fromCharCode(Number(code)))
}
