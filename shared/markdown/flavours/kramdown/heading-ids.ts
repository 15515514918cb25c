import type { HeadingIds } from '../../dialect'

const marks = { github: 'g', plain: 'p' } as const

/** How a heading's id is made: as GitHub does, or, where Markdown stands in HTML or in a footnote, as kramdown does by itself. */
export type SlugStyle = keyof typeof marks

/** What the namer is asked for a heading's text. */
export function headingRequest(text: string, style: SlugStyle): string {
  return marks[style] + (style === 'github' ? githubSlug(text) : plainSlug(text))
}

function githubSlug(text: string): string {
  return text
    .replaceAll('Σ', 'σ') // Ruby does not look where in a word it stands
    .toLowerCase()
    .replace(/[^\p{Alphabetic}\p{M}\p{Nd}\p{Pc}\- \t]/gu, '')
    .replace(/[ \t]/g, '-')
}

function plainSlug(text: string): string {
  const slug = text
    .replace(/^[^a-zA-Z]+/gm, '')
    .replace(/[^a-zA-Z0-9 -]/g, '')
    .replaceAll(' ', '-')
  return slug.toLowerCase() || 'section'
}

/** Names headings: numbered when the same name was made before in the same style. The writer's own ids are not looked at. */
export function kramdownHeadingIds(prefix = ''): HeadingIds {
  const counts = new Map<string, number>()
  return (request, isExplicit) => {
    if (isExplicit) return request
    const count = counts.get(request) ?? 0
    counts.set(request, count + 1)
    const id = request.slice(1) + (count > 0 ? `-${count}` : '')
    return prefix + id
  }
}
