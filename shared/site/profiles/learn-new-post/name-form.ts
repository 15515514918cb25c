import type { SourceFile } from '../../profile'
import { type ClockReading, dayOf, padded } from '../zone-time'

/** How posts are named below their folder. */
export type NameForm = {
  /** The path below the folder. */
  readonly write: (name: { readonly clock: ClockReading; readonly slug: string }) => string
  /** Whether the name holds the day. */
  readonly hasDay: boolean
}

const yearFolder = /^\d{4}$/
const monthFolder = /^\d{2}$/
const dayPrefix = /^\d{4}-\d{2}-\d{2}([-_])/

/** The folder that holds most posts, without folders of years and months and the posts' own; `otherwise` when there are none. */
export function siblingFolder(siblings: readonly SourceFile[], otherwise: string): string {
  const ownFolders = siblings.map(({ path }) => partsOf(path).folders.join('/'))
  return mostUsual(ownFolders) ?? otherwise
}

/** The form that most of the posts have that lie in `folder` or anywhere below; `slug` and the usual ending when there are none. */
export function nameFormOf(
  siblings: readonly SourceFile[],
  folder: string,
  endings: readonly [string, ...string[]],
): NameForm {
  const parts = siblings.map(({ path }) => partsOf(path)).filter(({ ending }) => endings.includes(ending))
  const inFolder = parts.filter(({ folders }) => folders.join('/') === folder)
  const models = inFolder.length > 0 ? inFolder : parts
  const usual = mostUsual(
    models.map(({ dates, prefix, own, ending }) => [dates, prefix, own, ending].join('|')),
  )
  const [dates = '', prefix = '', own = '', ending = endings[0]] = usual?.split('|') ?? []
  return {
    hasDay: prefix !== '',
    write: ({ clock, slug }) => {
      const years = dates === '' ? '' : `${padded(clock.year, 4)}/`
      const months = dates === 'month' ? `${padded(clock.month)}/` : ''
      const name = `${prefix === '' ? '' : `${dayOf(clock)}${prefix}`}${slug}`
      return `${years}${months}${name}${own === 'index' ? '/index' : own === 'named' ? `/${name}` : ''}${ending}`
    },
  }
}

type NameParts = {
  /** Above years, months and the post's own folder. */
  readonly folders: readonly string[]
  readonly dates: '' | 'year' | 'month'
  /** What stands between day and slug; empty without a day. */
  readonly prefix: string
  /** A folder of the post's own, with an `index` in it or a file of the same name. */
  readonly own: '' | 'index' | 'named'
  readonly ending: string
}

function partsOf(path: string): NameParts {
  const segments = path.split('/')
  const file = segments.pop() ?? ''
  const dot = file.lastIndexOf('.')
  const stem = dot <= 0 ? file : file.slice(0, dot)
  const last = segments.at(-1)
  const own =
    last === undefined ? '' : stem === 'index' && segments.length > 1 ? 'index' : stem === last ? 'named' : ''
  const name = own === '' ? stem : (segments.pop() ?? stem)
  const prefix = dayPrefix.exec(name)?.[1] ?? ''
  let dates: NameParts['dates'] = ''
  if (yearFolder.test(segments.at(-1) ?? '')) dates = 'year'
  else if (monthFolder.test(segments.at(-1) ?? '') && yearFolder.test(segments.at(-2) ?? '')) dates = 'month'
  const folders = segments.slice(0, segments.length - (dates === 'month' ? 2 : dates === 'year' ? 1 : 0))
  return { folders, dates, prefix, own, ending: dot <= 0 ? '' : file.slice(dot) }
}

/** The text that comes most often, of several the first; null for none. */
export function mostUsual(texts: readonly string[]): string | null {
  const counts = new Map<string, number>()
  for (const text of texts) counts.set(text, (counts.get(text) ?? 0) + 1)
  let best: string | null = null
  for (const [text, count] of counts) if (best === null || count > (counts.get(best) ?? 0)) best = text
  return best
}
