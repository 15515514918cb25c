import type { NewPost, NewPostRequest } from '../../profile'
import { clockAt, dayOf, padded } from '../zone-time'
import type { PelicanConfiguration } from './configuration'
import { placeOf } from './place'
import { pelicanSlugify } from './slugify'

/** How the site's posts are named: their usual folder, with a slash at its end unless empty, and whether names begin with the day. */
export type PelicanHabit = { readonly folder: string; readonly isDated: boolean }

/** Learns the habit from the names of all files. */
export function pelicanHabit(paths: readonly string[], site: PelicanConfiguration): PelicanHabit {
  const posts = paths.filter((path) => placeOf(path, site).kind === 'article')
  const folders = new Map<string, number>()
  for (const path of posts) {
    const folder = path.slice(0, path.lastIndexOf('/') + 1)
    folders.set(folder, (folders.get(folder) ?? 0) + 1)
  }
  const [usual] = [...folders].toSorted(([one, x], [other, y]) => y - x || (one < other ? -1 : 1))
  const first = site.articlePaths[0] ?? ''
  const dated = posts.filter((path) => /(?:^|\/)\d{4}-\d{2}-\d{2}-[^/]*$/.test(path))
  return {
    folder: usual?.[0] ?? `${site.content}${first === '' ? '' : `${first}/`}`,
    isDated: dated.length * 2 > posts.length,
  }
}

/** A new post with the header that Pelican wants: title, date, and a category where the folder does not give one. */
export function newPelicanPost(
  request: NewPostRequest,
  site: PelicanConfiguration,
  habit: PelicanHabit,
): NewPost {
  const { title, now, isTaken } = request
  const clock = clockAt(now, site.zone)
  const day = dayOf(clock)
  const slug = request.slug ?? (pelicanSlugify(title, site.slug ?? undefined) || 'untitled')
  const folder = request.folder === null ? habit.folder : `${request.folder.replace(/\/+$/, '')}/`
  const stem = `${folder}${habit.isDated ? `${day}-` : ''}${slug}`
  const lines = [
    `Title: ${title.replace(/\s+/g, ' ').trim()}`,
    `Date: ${day} ${padded(clock.hour)}:${padded(clock.minute)}`,
    ...(request.slug !== null && request.slug !== pelicanSlugify(title, site.slug ?? undefined)
      ? [`Slug: ${request.slug}`]
      : []),
    ...(request.language !== null && request.language !== site.language ? [`Lang: ${request.language}`] : []),
    ...(request.asDraft ? ['Status: draft'] : []),
  ]
  return { path: freePath(stem, isTaken), text: `${lines.join('\n')}\n\n` }
}

function freePath(stem: string, isTaken: NewPostRequest['isTaken']): string {
  for (let turn = 1; ; turn += 1) {
    const path = `${stem}${turn === 1 ? '' : `-${turn}`}.md`
    if (!isTaken(path)) return path
  }
}
