import { clockAt, dayOf } from '../zone-time'
import type { CascadeData } from './data-cascade'
import type { EleventySite } from './site'

/**
 * The day that a post's page prints: what Liquid's own `date` prints is the machine's day, all else is taken for UTC's, as Eleventy's dates
 * are. null for a post without a layout, whose page prints none.
 */
export function printedDay(
  instant: number,
  data: CascadeData,
  { cascade, configuration, zone }: EleventySite,
): string | null {
  const texts = cascade.layoutTexts(data)
  if (texts !== null && texts.length === 0) return null
  const filter = /\{\{-?\s*(?:page\.)?date\s*\|\s*(\w+)/.exec((texts ?? []).join('\n'))?.[1]
  const isLocal = filter === 'date' && !configuration.filters.has('date')
  return dayOf(clockAt(instant, isLocal ? zone : 'UTC'))
}
