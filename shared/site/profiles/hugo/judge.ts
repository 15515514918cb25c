import type { HiddenReason, PostFate, SourceFile } from '../../profile'
import { noPage } from '../no-page'
import { isoOf } from '../zone-time'
import { hugoAddress } from './address'
import type { ContentPlace } from './content-tree'
import { ListDates, mainSectionsOf } from './lists'
import { type HugoSite, nodesIn, type Page, printed, readPage } from './page'
import { stringOf } from './values'

/** What Hugo makes of all sources. */
export function judgeWithHugo(
  sources: readonly SourceFile[],
  site: HugoSite,
  now: number,
): ReadonlyMap<string, PostFate> {
  const places = new Map(sources.map((source) => [source.path, site.tree.placeOf(source.path)]))
  const nodes = nodesIn(sources, places, site)
  const pages = new Map<string, Page>()
  for (const source of sources) {
    const place = places.get(source.path)
    if (place?.kind !== 'page' && place?.kind !== 'node') continue
    if (place.isHtml && !source.hasFrontMatter) continue
    const page = readPage(source, place, nodes, site, now)
    if (page !== null) pages.set(source.path, page)
  }
  const lists = new ListDates(pages)
  const mainSections = mainSectionsOf(pages, lists, site)
  return new Map(
    sources.map((source) => {
      const page = pages.get(source.path)
      const place = places.get(source.path) ?? { kind: 'outside' }
      const fate =
        page === undefined ? unpaged(place, source, mainSections) : fateOf(page, mainSections, lists, site)
      return [source.path, fate]
    }),
  )
}

function unpaged(
  place: ContentPlace,
  source: SourceFile,
  mainSections: ReadonlyMap<string, readonly string[]>,
): PostFate {
  if (place.kind === 'outside') return noPage
  if (place.kind !== 'left-out') {
    const isHtml = place.isHtml && !source.hasFrontMatter
    return {
      ...noPage,
      rule: isHtml ? 'HTML without front matter is copied as it is' : null,
      published: isHtml,
    }
  }
  const isAmongPosts = mainSections.get(place.language)?.includes(place.section.toLowerCase()) ?? false
  return { ...noPage, reasons: [isAmongPosts ? 'excluded' : 'not-a-post'], rule: place.rule }
}

function fateOf(
  page: Page,
  mainSections: ReadonlyMap<string, readonly string[]>,
  lists: ListDates,
  site: HugoSite,
): PostFate {
  const { file, language } = page
  const isAmongPosts =
    file.kind === 'page' &&
    (mainSections.get(language.code)?.includes((file.folders[0] ?? '').toLowerCase()) ?? false)
  const hidden = [...page.hidden, ...lists.hiddenSections(page)]
  const isPost = isAmongPosts && (page.renders || page.lists) && page.renders
  const date = page.date ?? (file.kind === 'node' ? lists.latest(page) : null)
  const title = stringOf(page.values.get('title'))
  const address = hugoAddress(
    {
      file,
      title,
      slug: page.slug,
      url: stringOf(page.values.get('url')),
      date: date?.time ?? null,
      sections: file.kind === 'node' ? file.folders : page.sections,
    },
    language,
    site.configuration,
  )
  const problems =
    'unknownToken' in address
      ? [...page.problems, `Hugo stops here: it knows no \`${address.unknownToken}\` in \`permalinks\`.`]
      : page.problems
  const isStopped = problems.some((problem) => problem.startsWith('Hugo stops'))
  const usesDate = !('unknownToken' in address) && address.usesDate
  const isVolatile = date?.from === 'file'
  const base = {
    ...noPage,
    language: language.code,
    kind: file.isBundle ? ('bundle' as const) : ('file' as const),
    problems,
  }
  if (!page.renders)
    return {
      ...base,
      reasons: [isAmongPosts ? 'excluded' : 'not-a-post'],
      rule: '`_build` keeps it from being written',
      title,
    }
  return {
    ...base,
    isPost,
    published: isStopped ? null : hidden.length === 0,
    reasons: isPost ? unique(hidden.map(({ reason }) => reason)) : ['not-a-post'],
    rule: hidden[0]?.rule ?? null,
    title,
    dateISO: date === null ? null : isoOf(date.time.instant),
    day: date === null ? null : printed(date),
    permalink: 'unknownToken' in address ? null : address.path,
    volatile: isVolatile ? (usesDate ? ['dateISO', 'day', 'permalink'] : ['dateISO', 'day']) : [],
  }
}

const order: readonly HiddenReason[] = ['draft', 'future', 'expired']

function unique(reasons: readonly HiddenReason[]): readonly HiddenReason[] {
  return order.filter((reason) => reasons.includes(reason))
}
