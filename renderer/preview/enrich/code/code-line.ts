/** A stretch of code and its scope, as highlight.js names it (`title.function`); '' for plain text. Holds no line break. */
export type CodeToken = readonly [scope: string, text: string]

/** One line of code, without its line break. */
export type CodeLine = readonly CodeToken[]

/** What the highlighter is asked: code of a language by any of its names. */
export type CodeJob = { readonly language: string; readonly code: string }

/** What it answers: the code's lines; null where it does not know the language. */
export type CodeAnswer = readonly CodeLine[] | null
