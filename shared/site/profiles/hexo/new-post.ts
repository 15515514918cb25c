import { dump, load } from 'js-yaml'
import type { NewPost, NewPostRequest } from '../../profile'
import { clockAt, dayOf, padded } from '../zone-time'
import type { HexoConfiguration } from './configuration'
import { dateTokens, fillTokens, hashOf } from './permalink'
import { hexoSlugize } from './slugize'

/** Where scaffolds lie. */
export const scaffoldFolder = 'scaffolds/'

// hexo/scaffold.js
const normal = '---\nlayout: {{ layout }}\ntitle: {{ title }}\ndate: {{ date }}\ntags:\n---\n'

/** The file that `hexo new` makes: name by `new_post_name`, text from the scaffold, the time on the machine's clock. */
export function newHexoPost(
  request: NewPostRequest,
  site: HexoConfiguration,
  texts: ReadonlyMap<string, string>,
): NewPost {
  const layout = request.asDraft ? 'draft' : site.defaultLayout
  const slug = hexoSlugize(request.slug ?? request.title, site.filenameCase) || 'untitled'
  const scaffold = texts.get(`${scaffoldFolder}${layout}.md`) ?? normal
  return { path: pathOf(request, slug, site), text: textOf(scaffold, request, layout, slug, site) }
}

function pathOf(request: NewPostRequest, slug: string, site: HexoConfiguration): string {
  const ending = /\.[^./]*$/.exec(site.newPostName)?.[0] ?? '.md'
  const defaults = Object.entries(site.permalinkDefaults).map(([key, value]) => [key, String(value)] as const)
  const named = request.asDraft
    ? `${slug}${ending}`
    : fillTokens(site.newPostName, {
        ...Object.fromEntries(defaults),
        ...(request.language === null ? {} : { lang: request.language }),
        ...dateTokens(clockAt(request.now, site.machineZone)),
        title: slug,
        hash: hashOf(slug, request.now),
      })
  const folder = request.folder ?? `${site.source}${request.asDraft ? '_drafts' : '_posts'}`
  const whole = `${folder.replace(/\/+$/, '')}/${named}`
  const path = /\.[^./]+$/.test(whole) ? whole : `${whole}${ending}`
  const dot = path.lastIndexOf('.')
  for (let turn = 0; ; turn += 1) {
    const free = turn === 0 ? path : `${path.slice(0, dot)}-${turn}${path.slice(dot)}`
    if (!request.isTaken(free)) return free
  }
}

/** A scaffold's front matter is read and written anew by Hexo: values, then dates, then keys without a value. */
function textOf(
  scaffold: string,
  request: NewPostRequest,
  layout: string,
  slug: string,
  site: HexoConfiguration,
): string {
  const [, opener = '', head = '', body = ''] =
    /^(---+\n)?([\s\S]*?)\n?---+\n?([\s\S]*)$/.exec(scaffold) ?? []
  const date = new Date(request.now).toISOString().slice(0, 19).replace('T', ' ')
  const filled = head.replace(/\{\{-?\s*(\w+)\s*-?\}\}/g, (_, name: string) => {
    const known: Readonly<Record<string, string>> = { title: request.title, slug, layout, date }
    return safe(known[name] ?? '', name === 'date')
  })
  const values = parsed(filled)
  if (values === null) return `${opener}${filled}\n---\n${body}`
  const entries = Object.entries(values)
  const plain = entries.filter(
    ([, value]) => value !== null && value !== undefined && !(value instanceof Date),
  )
  const lines = [
    plain.length === 0 ? '' : dump(Object.fromEntries(plain)),
    ...entries.flatMap(([key, value]) =>
      value instanceof Date ? `${key}: ${onMachine(request.now, site)}\n` : [],
    ),
    ...entries.flatMap(([key, value]) => (value === null || value === undefined ? `${key}:\n` : [])),
  ]
  return `${opener}${lines.join('')}---\n${body}`
}

/** hexo/post.js, `prepareFrontMatter`. */
function safe(text: string, isDate: boolean): string {
  return !isDate && /[:{}[\]'"]|^#|^!!/.test(text) ? `"${text.replaceAll('"', '\\"')}"` : text
}

function parsed(text: string): Readonly<Record<string, unknown>> | null {
  try {
    const value = load(text)
    return typeof value === 'object' && value !== null ? (value as Readonly<Record<string, unknown>>) : null
  } catch {
    // a scaffold that is no YAML once filled in is left as it stands, for the writer to see
    return null
  }
}

function onMachine(instant: number, { machineZone }: HexoConfiguration): string {
  const clock = clockAt(instant, machineZone)
  return `${dayOf(clock)} ${padded(clock.hour)}:${padded(clock.minute)}:${padded(clock.second)}`
}
