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
