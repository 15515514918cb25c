import { formatDay } from '../../front-matter/dates'
import type { ListStyle } from './list-style'

/** How lists look where no page of the blog's own shows it: name, dot, `May 31, 2018`. */
export const plainListStyle: ListStyle = {
  datePattern: 'MMM D, YYYY',
  yearlessPattern: null,
  yearlessFor: 'current-year',
  line: '{author} · {date}',
  linePlace: 'behind',
}

/** The line under (or over) a post's title in the site's list, as it will read in `currentYear`. Without a day only the name. */
export function writeListLine(
  post: { readonly author: string | null; readonly day: string | null },
  style: ListStyle,
  currentYear: number,
): string {
  const date = post.day === null ? '' : listDate(post.day, style, currentYear)
  const hasAll = date !== '' && (post.author !== null || !style.line.includes('{author}'))
  if (!hasAll) return post.author ?? date
  return style.line.replace(/\{(author|date)\}/g, (_token, name) =>
    name === 'date' ? date : (post.author ?? ''),
  )
}

function listDate(day: string, style: ListStyle, currentYear: number): string {
  const { datePattern, yearlessPattern, yearlessFor } = style
  const isYearless = yearlessFor === 'all' || Number(day.slice(0, 4)) === currentYear || datePattern === null
  const pattern = isYearless ? (yearlessPattern ?? datePattern) : datePattern
  return pattern === null ? '' : formatDay(day, pattern)
}
