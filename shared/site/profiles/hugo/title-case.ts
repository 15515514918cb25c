import { lowerCase } from './urlize'

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
    return withCapital(word)
  })
}

/** Hugo's `humanize`: words apart and in lower case but for the first letter of all; a number gets its ordinal. */
export function humanize(text: string): string {
  const number = /^[-+]?\d+$/.test(text) ? Number(text) : null
  if (number !== null && Number.isSafeInteger(number)) return `${text}${ordinalEnding(Math.abs(number))}`
  const words = text
    .replace(/(?<=[\p{Ll}\d])(?=\p{Lu})/gu, ' ')
    .replace(/[\s_-]+/g, ' ')
    .trim()
  return withCapital(lowerCase(words))
}

// a letter that is one already, or whose capital is several letters, stays as it is
function withCapital(word: string): string {
  const [first = ''] = word
  const capital = first.toUpperCase()
  const keeps = capital.length !== first.length || /\p{Lt}/u.test(first)
  return (keeps ? first : capital) + word.slice(first.length)
}

function ordinalEnding(number: number): string {
  if ([11, 12, 13].includes(number % 100)) return 'th'
  return ['th', 'st', 'nd', 'rd'][number % 10] ?? 'th'
}
