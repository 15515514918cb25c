import { parseDate } from '../../front-matter/dates'
import { imageOf, type PostImage } from '../../post/post-image'
import { type PostValues, textOf, valueFor } from '../../post/post-values'
import { dateOf } from '../../post/summarise-post'
import { type DateStyle, writeDate } from './date-style'
import { authorOf, itemsOf } from './find-fields'

/** What a post puts into the places of a frame. */
export type FrameTexts = {
  /** The text of a place by its name: `title`, `author`, `date`, `text:KEY` or `list:KEY`; empty where the post says nothing. */
  textFor(name: string): string
  /** The items of a list by its key. */
  itemsFor(key: string): readonly string[]
  readonly title: string
  readonly author: string | null
  readonly image: PostImage | null
}

/** A post's date as the site prints it; without a style as the file writes it. Empty for a post without a date. */
export function printedDateOf(path: string, values: PostValues, style: DateStyle | null): string {
  const { dateText, day } = dateOf(path, values)
  const date = parseDate(dateText ?? day ?? '')
  return style === null || date === null ? (dateText ?? day ?? '') : writeDate(date, style)
}

/** What the front matter of the post at `path` puts into a frame whose site prints dates in `style`. */
export function frameTextsOf(path: string, values: PostValues, style: DateStyle | null): FrameTexts {
  const title = textOf(valueFor(values, 'title')) ?? ''
  const author = authorOf(values)
  const texts = { title, author: author ?? '', date: printedDateOf(path, values, style) }
  return {
    textFor(name) {
      const [, kind, key = ''] = /^(text|list):(.*)$/s.exec(name) ?? []
      if (kind === 'text') return textOf(valueFor(values, key)) ?? ''
      if (kind === 'list') return itemsOf(values, key).join(', ')
      return Object.hasOwn(texts, name) ? texts[name as keyof typeof texts] : ''
    },
    itemsFor: (key) => itemsOf(values, key),
    title,
    author,
    image: imageOf(values),
  }
}
