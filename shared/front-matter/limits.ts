/** Longer blocks are a document between two thematic breaks rather than front matter, and slow to parse on each key press. */
export const maxBlockCharacters = 100_000

/** Deeper nesting overflows recursive parsers on hostile input. */
export const maxDepth = 64

/** What to say of a block over `maxBlockCharacters`. */
export const tooLongMessage = 'The front matter is too long for the form. Change it in the text.'

/** What to say of a block over `maxDepth`. */
export const tooDeepMessage = `The front matter is nested more than ${maxDepth} levels deep. Change it in the text.`
