/** Every Markdown flavour that Galley renders, by the name of the renderer whose output it matches. */
export const flavourIds = [
  'astro',
  'cmark-gfm',
  'eleventy',
  'hexo',
  'hugo',
  'hugo-unsafe',
  'jekyll',
  'python-markdown',
  'python-markdown-extra',
] as const

/** See `flavourIds`. */
export type FlavourId = (typeof flavourIds)[number]

/** What the interface calls a flavour. */
export type FlavourDescription = {
  readonly id: FlavourId
  readonly label: string
  /** Who publishes with it, as a phrase. */
  readonly usedBy: string
}

const descriptions: Record<FlavourId, FlavourDescription> = {
  astro: { id: 'astro', label: 'Astro', usedBy: 'sites built with Astro, and the prose of Docusaurus' },
  'cmark-gfm': { id: 'cmark-gfm', label: 'GitHub Markdown', usedBy: 'GitHub and many site generators' },
  eleventy: { id: 'eleventy', label: 'Eleventy', usedBy: 'sites built with Eleventy' },
  hexo: { id: 'hexo', label: 'Hexo', usedBy: 'sites built with Hexo' },
  hugo: { id: 'hugo', label: 'Hugo', usedBy: 'sites built with Hugo' },
  'hugo-unsafe': {
    id: 'hugo-unsafe',
    label: 'Hugo with raw HTML',
    usedBy: 'sites built with Hugo that allow HTML in posts',
  },
  jekyll: { id: 'jekyll', label: 'Jekyll', usedBy: 'sites built with Jekyll, such as GitHub Pages' },
  'python-markdown': {
    id: 'python-markdown',
    label: 'Python-Markdown',
    usedBy: 'blogs built with programs of their own in Python',
  },
  'python-markdown-extra': {
    id: 'python-markdown-extra',
    label: 'Python-Markdown Extra',
    usedBy: 'blogs built with Pelican',
  },
}

/** How to name a flavour to the writer. */
export function describeFlavour(id: FlavourId): FlavourDescription {
  return descriptions[id]
}

/** Whether `text` names a flavour, as a preference or the evidence about a blog may. */
export function isFlavourId(text: string): text is FlavourId {
  return flavourIds.some((id) => id === text)
}
