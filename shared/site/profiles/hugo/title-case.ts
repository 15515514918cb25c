// What the Associated Press leaves in lower case, as Hugo's default title style has it (jdkato/prose).
const small = /^(?:a|an|and|as|at|but|by|en|for|if|in|nor|of|on|or|per|the|to|vs?\.?|via)$/i

/** Hugo's `title` in its default style: each word with a capital, small words within in lower case. */
export function titleCase(text: string): string {
  const plain = text.replace(/[‘’]/g, "'").replace(/[“”]/g, '"')
  return text.replace(/[\p{N}\p{L}]+[^\s\-/]*/gu, (word, at: number) => {
    const before = plain[at - 1] ?? ''
    const end = at + word.length
    const isEdge = at === 0 || end === plain.length
    const isWithin =
      /[ \-/]/.test(before) &&
      !/[:-]/.test(plain[at - 2] ?? '') &&
      ((plain[end] ?? '') !== '-' || before === '-')
    if (small.test(word) && !isEdge && isWithin) return word.toLowerCase()
    const [first = ''] = word
    return first.toUpperCase() + word.slice(first.length)
  })
}

/** Hugo's `humanize`: hyphens and underscores become spaces, the first letter a capital; a number gets its ordinal. */
export function humanize(text: string): string {
  const number = /^\d+$/.exec(text) === null ? null : Number(text)
  if (number !== null && Number.isSafeInteger(number)) return `${number}${ordinalEnding(number)}`
  const words = text
    .replace(/[\s_-]+/g, ' ')
    .trim()
    .replace(/ id$/i, '')
  const [first = ''] = words
  return first.toUpperCase() + words.slice(first.length)
}

function ordinalEnding(number: number): string {
  if ([11, 12, 13].includes(number % 100)) return 'th'
  return ['th', 'st', 'nd', 'rd'][number % 10] ?? 'th'
}
