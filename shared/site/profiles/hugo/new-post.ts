import { addField, setField } from '../../../front-matter/edit'
import type { EditResult } from '../../../front-matter/front-matter'
import { readFrontMatter } from '../../../front-matter/read'
import { applyTextChanges } from '../../../text/text-change'
import type { NewPost, NewPostRequest } from '../../profile'
import { defaultArchetype, fillArchetype } from './archetype'
import { hasContentEnding } from './content-tree'
import type { HugoSite } from './page'
import { urlize } from './urlize'

/** The archetype for a section: its own, the site's `default.md`, else Hugo's. Bundles as archetypes give their `index.md`. */
export function archetypeFor(
  section: string,
  site: HugoSite,
  texts: ReadonlyMap<string, string>,
): { readonly file: string | null; readonly text: string } {
  const folder = site.configuration.archetypes
  const names = [
    `${folder}/${section}/index.md`,
    `${folder}/${section}.md`,
    `${folder}/default/index.md`,
    `${folder}/default.md`,
  ]
  const file = names.find((name) => texts.has(name)) ?? null
  return { file, text: file === null ? defaultArchetype : (texts.get(file) ?? '') }
}

/** A new post as `hugo new` makes it, with the title that the writer gave. */
export function newHugoPost(
  request: NewPostRequest,
  site: HugoSite,
  texts: ReadonlyMap<string, string>,
  mainSection: string,
): NewPost {
  const { configuration } = site
  const code = request.language ?? configuration.defaultLanguage
  const own = configuration.roots.find(({ language, target }) => language === code && target === '')
  const root = own ?? configuration.roots.find(({ target }) => target === '')
  const folder = (request.folder ?? `${root?.folder ?? 'content'}/${mainSection}`).replace(/\/+$/, '')
  const place = site.tree.placeOf(`${folder}/x.md`)
  const within = place.kind === 'page' ? place.folders : [mainSection]
  const section = within[0] ?? ''
  const language = place.kind === 'page' ? place.language : code
  const suffix = language === code ? '' : `.${code}`
  const slug = request.slug ?? (nameFor(request.title) || 'post')
  const archetype = archetypeFor(section, site, texts)
  const isBundle = archetype.file?.endsWith('/index.md') || keepsBundles(folder, site)
  const pathOf = (name: string): string =>
    isBundle ? `${folder}/${name}/index${suffix}.md` : `${folder}/${name}${suffix}.md`
  let name = slug
  for (let number = 2; request.isTaken(pathOf(name)); number++) name = `${slug}-${number}`
  const facts = { name, section, now: request.now, zone: site.machineZone, site: configuration.settings }
  return { path: pathOf(name), text: completed(fillArchetype(archetype.text, facts).text, request) }
}

/** A file name made of a title; Hugo itself takes any name as it is. */
export function nameFor(title: string): string {
  const name = urlize(title.replaceAll(/[/\\]/g, ' '), { keepsCase: false, removesAccents: false })
  return name.replace(/^[.\-_]+|[.\-_]+$/g, '')
}

/** Whether most posts in a folder are folders of their own. */
function keepsBundles(folder: string, site: HugoSite): boolean {
  let bundles = 0
  let files = 0
  for (const path of site.paths) {
    if (!path.startsWith(`${folder}/`) || !hasContentEnding(path)) continue
    const place = site.tree.placeOf(path)
    if (place.kind !== 'page') continue
    if (place.isBundle) bundles += 1
    else files += 1
  }
  return bundles > files
}

function completed(text: string, { title, asDraft }: NewPostRequest): string {
  const read = readFrontMatter(text, { generator: 'hugo' })
  if (read.kind !== 'fields') return text
  const keyOf = (name: string): string | null =>
    read.fields.find(({ key }) => key.toLowerCase() === name)?.key ?? null
  const titleKey = keyOf('title')
  const draftKey = keyOf('draft')
  const field = read.fields.find(({ key }) => key === titleKey)
  const isSame = field?.value.kind === 'text' && field.value.text === title
  let result = text
  if (title !== '' && !isSame) {
    result = changed(result, (now) =>
      titleKey === null
        ? addField(now, 'title', { kind: 'text', text: title })
        : setField(now, [titleKey], { kind: 'text', text: title }),
    )
  }
  const isDraft = read.fields.find(({ key }) => key === draftKey)?.value
  const says = isDraft?.kind === 'plain' && isDraft.source.toLowerCase() === 'true'
  if (says === asDraft) return result
  return changed(result, (now) =>
    draftKey === null
      ? addField(now, 'draft', { kind: 'plain', source: String(asDraft) })
      : setField(now, [draftKey], { kind: 'plain', source: String(asDraft) }),
  )
}

function changed(text: string, edit: (text: string) => EditResult): string {
  const result = edit(text)
  return result.kind === 'changed' ? applyTextChanges(text, result.changes) : text
}
