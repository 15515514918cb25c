const replacements: Readonly<Record<string, string>> = {
  '<': '&lt;',
  '>': '&gt;',
  '&': '&amp;',
  '"': '&quot;',
}

const replace = (character: string): string => replacements[character] ?? character

/** Escapes code, in which nothing is a character reference. */
export function escapeCode(text: string): string {
  return text.replace(/[<>&]/g, replace)
}

/** Escapes text, leaving what looks like a character reference. */
export function escapeText(text: string): string {
  return text.replace(/&(?:[\w:][-\w.:]*|#\d+|#x[0-9a-fA-F]+);|[<>&]/g, replace)
}

/** Escapes text that stands between double quotes. */
export function escapeValue(text: string): string {
  return text.replace(/&(?:[\w:][-\w.:]*|#\d+|#x[0-9a-fA-F]+);|[<>&"]/g, replace)
}

/** Attributes as they stand in a tag, each after a space. An empty id is left out. */
export function attributesHtml(attributes: ReadonlyMap<string, string>): string {
  let html = ''
  for (const [name, value] of attributes) {
    if (name !== 'id' || value.trim() !== '') html += ` ${name}="${escapeValue(value)}"`
  }
  return html
}
