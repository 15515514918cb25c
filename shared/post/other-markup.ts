import type { PostValues } from './post-values'

type Field = { readonly key: string; readonly value: string }

// reStructuredText's field list, Org's keywords, AsciiDoc's attributes.
const fieldLine = /^(?::([\w-]+):|#\+(\w+):)[ \t]+(.+?)[ \t]*$/
const underline = /^(?:={3,}|-{3,}|~{3,}|\*{3,}|#{3,}|\^{3,})[ \t]*$/

/** Title, date, author and other fields at the head of a post in reStructuredText, Org, AsciiDoc or Textile. */
export function valuesOfOtherMarkup(text: string): PostValues {
  const lines = text.split(/\r?\n/).slice(0, 60)
  const fields = lines.map(fieldOf).filter((field) => field !== null)
  const title = titleOf(lines)
  return {
    ...(title === null ? {} : { title }),
    ...Object.fromEntries(fields.map(({ key, value }) => [key, value])),
  }
}

function fieldOf(line: string): Field | null {
  const match = fieldLine.exec(line)
  const key = match?.[1] ?? match?.[2]
  const value = match?.[3]
  return key === undefined || value === undefined ? null : { key: key.toLowerCase(), value }
}

function titleOf(lines: readonly string[]): string | null {
  const marked = lines
    .map((line) => /^(?:=|h1\.)[ \t]+(.+?)[ \t]*$/.exec(line)?.[1])
    .find((title) => title !== undefined)
  if (marked !== undefined) return marked
  const index = lines.findIndex(
    (line, at) => line.trim() !== '' && !underline.test(line) && underline.test(lines[at + 1] ?? ''),
  )
  return lines[index]?.trim() ?? null
}
