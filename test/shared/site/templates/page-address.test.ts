import { expect, test } from 'vitest'
import type { PlainValues } from '#shared/markdown/templates/template-context'
import type { GeneratorId } from '#shared/site/detect-generator'
import { pageAddress } from '#shared/site/templates/page-address'

type Row = readonly [
  generator: GeneratorId,
  path: string,
  told: {
    readonly day?: string
    readonly title?: string
    readonly values?: PlainValues
    readonly site?: PlainValues
  },
  address: string | null,
]

// the addresses that Jekyll 4.3.1, Hugo 0.111.3 and Hexo 8.1.2 gave such pages
const rows: readonly Row[] = [
  ['jekyll', '_posts/2024-01-05-hello.md', {}, '/2024/01/05/hello.html'],
  ['jekyll', '_posts/2024-4-7-single.md', {}, '/2024/04/07/single.html'],
  [
    'jekyll',
    '_posts/2024-01-05-a.md',
    { day: '2024-03-02', values: { date: '2024-03-02' } },
    '/2024/03/02/a.html',
  ],
  [
    'jekyll',
    'fruit/_posts/2024-05-02-a.md',
    { values: { category: 'Jam making' } },
    '/fruit/jam%20making/2024/05/02/a.html',
  ],
  [
    'jekyll',
    '_posts/2024-02-04-a.md',
    { values: { slug: 'Chosen Slug' }, site: { permalink: 'pretty' } },
    '/2024/02/04/Chosen-Slug/',
  ],
  [
    'jekyll',
    '_posts/2024-05-08-a.md',
    { site: { permalink: '/blog/:year/:y_day/:title' } },
    '/blog/2024/129/a',
  ],
  ['jekyll', '_posts/2024-01-05-a.md', { values: { permalink: '/own/' } }, '/own/'],
  ['jekyll', 'about.md', {}, '/about.html'],
  [
    'jekyll',
    'content/_posts/2024-01-02-a.md',
    { site: { collections_dir: 'content' } },
    '/2024/01/02/a.html',
  ],
  // the day hangs on the site's zone, which is not worked out here
  [
    'jekyll',
    '_posts/2024-02-02-a.md',
    { day: '2024-02-02', values: { date: '2024-02-02 06:00:00' }, site: { timezone: 'America/Los_Angeles' } },
    null,
  ],
  [
    'jekyll',
    '_posts/2024-02-02-a.md',
    { site: { defaults: [{ values: { permalink: '/x/:title' } }] } },
    null,
  ],
  ['hugo', 'content/posts/First Steps.md', {}, '/posts/first-steps/'],
  ['hugo', 'content/posts/bundle/index.md', {}, '/posts/bundle/'],
  ['hugo', 'content/posts/a.md', { values: { slug: 'Chosen slug' } }, '/posts/chosen-slug/'],
  ['hugo', 'content/posts/a.md', { values: { url: '/elsewhere/kept.html' } }, '/elsewhere/kept.html'],
  [
    'hugo',
    'content/blog/a.md',
    {
      day: '2024-02-03',
      title: "Tide: it's high & low",
      site: { permalinks: { blog: '/:year/:month/:day/:slug/' } },
    },
    '/2024/02/03/tide-its-high-low/',
  ],
  ['hugo', 'content/blog/a.md', { site: { permalinks: { blog: '/:monthname/:title/' } } }, null],
  ['hugo', 'content/a.md', { site: { languages: { de: {}, en: {} } } }, null],
  ['hugo', 'content/about.md', {}, '/about/'],
  ['hexo', 'source/_posts/hello.md', { day: '2024-03-04' }, '/2024/03/04/hello/'],
  ['hexo', 'source/_posts/hello.md', { site: { permalink: ':hash/' } }, null],
  ['hexo', 'source/_posts/a.md', { values: { permalink: 'own/place' } }, '/own/place/'],
  ['astro', 'src/content/blog/a.md', {}, null],
]

test.each(rows)(
  '%s: %s',
  (generator, path, { day = null, title = 'A title', values = null, site = {} }, address) => {
    expect(pageAddress({ path, title, day, values }, generator, site)).toBe(address)
  },
)
