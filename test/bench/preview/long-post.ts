const sentence =
  'The press ran all night, and in the morning *every* page lay [where it should](https://example.org/press). '

/** One round of what a long post is made of. */
function section(index: number): string {
  return `## Section ${index}

${sentence.repeat(4)}It is \`code ${index}\` and **bold ${index}**.

${sentence.repeat(3)}

- a point
- another with *emphasis*
- a third, [linked](/posts/${index})

> ${sentence}

\`\`\`js
const value${index} = compute(${index})
return value${index}
\`\`\`

![A picture](/images/${index}.png)

`
}

/** Markdown of about `length` characters as a blogger writes it. */
export function makeLongPost(length: number): string {
  let post = ''
  for (let index = 0; post.length < length; index += 1) post += section(index)
  return post
}

/** The places where a bench types are marked by this; it is never shown. */
export const caret = '¦'

const range = (count: number, part: (index: number) => string): string =>
  Array.from({ length: count }, (_, index) => part(index)).join('')

const middle = (index: number, count: number): string => (index === count >> 1 ? caret : '')

/** What stands in the middle of a long post where typing is hard. What is typed stands behind the caret. */
const hardPlaces = {
  paragraph: { around: `${sentence.repeat(2)}A word${caret} and ${sentence}\n\n`, typed: 'x' },
  'toggled-fence': { around: `${sentence}\n\n${caret}\n\n${sentence}\n\n`, typed: '```' },
  'long-fence': {
    around: `\`\`\`js\n${range(300, (index) => `const value${index} = compute(${index})${middle(index, 300)}\n`)}\`\`\`\n\n`,
    typed: 'x',
  },
  'long-list': {
    around: `${range(900, (index) => `- Point ${index} of ${sentence.slice(0, 90)}${middle(index, 900)}\n`)}\n`,
    typed: 'x',
  },
  footnotes: {
    around: `${range(200, (index) => `A sentence with a note[^${index}]${middle(index, 200)} in it.\n\n[^${index}]: The note ${index}.\n\n`)}`,
    typed: 'x',
  },
  'long-table': {
    around: `| one | two | three |\n|---|---|---|\n${range(500, (index) => `| cell ${index}${middle(index, 500)} | *second* | third |\n`)}\n`,
    typed: 'x',
  },
} as const

/** A place at which a bench types. */
export type HardPlace = keyof typeof hardPlaces

/** A post with a place to type at, and what is typed there. */
export type PostWithCaret = { readonly text: string; readonly caretAt: number; readonly typed: string }

/** Markdown of about `length` characters with a hard place in its middle. */
export function makePostAround(place: HardPlace, length: number): PostWithCaret {
  const { around, typed } = hardPlaces[place]
  const half = makeLongPost((length - around.length) / 2)
  const marked = `${half}${around}${half}`
  const caretAt = marked.indexOf(caret)
  return { text: marked.replace(caret, ''), caretAt, typed }
}
