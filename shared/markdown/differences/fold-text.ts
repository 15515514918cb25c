/** What typography makes of typed signs, and the typed sign that stands for all of them. */
const typography: readonly (readonly [RegExp, string])[] = [
  // Hugo 0.111 writes its quotes as character references, which an image's text shows as they are
  [/&(?:[lr]squo|apos);/g, "'"],
  [/&(?:[lr]dquo|quot);/g, '"'],
  [/[‘’‚‛′]/g, "'"],
  [/[“”„‟″]|``|''/g, '"'],
  [/«/g, '<<'],
  [/»/g, '>>'],
  [/…|\. \. \./g, '...'],
  [/\.{2,}/g, '...'],
  [/[-–—]+/g, '-'],
]

/** `text` as typed: smart quotes, dashes and dots taken back, white space folded as a browser folds it. A no-break space is one. */
export function foldText(text: string): string {
  let folded = text.replace(/[ \t\n\r\f\u00a0\u202f]+/g, ' ')
  if (/[^\w ,]/.test(folded)) {
    for (const [pattern, plain] of typography) folded = folded.replace(pattern, plain)
  }
  return folded
}

/** An image's text by its words: whether signs of Markdown are left in it is nothing that shows. */
export function foldAlternative(text: string): string {
  return foldText(text)
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
}

/**
 * An address as a browser asks for it, its place on the site and whether by `http` or `https` aside: `./a`, `/a` and `a` are one, and so are
 * `ü` and `%C3%BC`.
 */
export function foldAddress(address: string): string {
  const trimmed = address
    .trim()
    .replace(/^https?:\/\/[^/?#]+$/i, '$&/')
    .replace(/^http:/i, 'https:')
    .replace(/^(?!\/\/)(?:\.?\/)+/, '')
  try {
    return decodeURIComponent(trimmed)
  } catch (error) {
    // not UTF-8: compare as written
    if (error instanceof URIError) return trimmed
    throw error
  }
}
