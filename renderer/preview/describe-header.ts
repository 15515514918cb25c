import type { FieldValue, FrontMatter } from '#shared/front-matter/front-matter'

/** What stands above the body, by the front matter: who wrote it when, as the file writes it, and where it belongs. */
export type PostHeader = { readonly title: string; readonly byline: string }

const titleKeys = ['title']
const authorKeys = ['author', 'authors']
const dateKeys = ['published_on', 'date', 'pubdate', 'publishdate', 'publish_date', 'published']
const placeKeys = ['team', 'category', 'categories', 'section']

/** The header of a post; empty texts for what its front matter does not say. */
export function describeHeader(frontMatter: FrontMatter): PostHeader {
  const find = (keys: readonly string[]): string => {
    if (frontMatter.kind !== 'fields') return ''
    for (const key of keys) {
      const field = frontMatter.fields.find((candidate) => candidate.key.toLowerCase() === key)
      if (field !== undefined) return inWords(field.value)
    }
    return ''
  }
  const author = find(authorKeys)
  const date = find(dateKeys)
  const written = [author && `by ${author}`, date && `on ${date}`].filter(Boolean).join(' ')
  return { title: find(titleKeys), byline: [written, find(placeKeys)].filter(Boolean).join(' · ') }
}

function inWords(value: FieldValue): string {
  switch (value.kind) {
    case 'text':
      return value.text
    case 'plain':
      return value.type === 'null' ? '' : value.source
    case 'list':
      return value.items.map(inWords).filter(Boolean).join(', ')
    case 'map':
      return inWords(value.entries.find(({ key }) => key === 'name')?.value ?? { kind: 'text', text: '' })
  }
}
