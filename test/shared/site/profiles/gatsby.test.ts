import { expect, test } from 'vitest'
import { gatsbyProfile } from '#shared/site/profiles/gatsby'
import { fateOf, understand } from './one-post'

const texts = {
  'gatsby-config.js': `module.exports = { plugins: [
  // { resolve: 'gatsby-source-filesystem', options: { path: 'old' } },
  { resolve: \`gatsby-source-filesystem\`, options: { path: \`\${__dirname}/content/blog\`, name: \`blog\` } },
  { resolve: 'gatsby-source-filesystem', options: { name: 'images', path: path.join(__dirname, 'src/images') } },
] }`,
}

test('posts lie in the folders that hold Markdown; addresses and drafts stay unknown', () => {
  const site = understand(gatsbyProfile, {
    texts,
    paths: ['content/blog/a/index.md', 'old/b.md', 'src/images/c.png'],
  })
  expect(site.reads('content/blog/a/index.md')).toBe(true)
  expect(site.reads('old/b.md')).toBe(false)
  const unknown = site.answers.filter(({ certainty }) => certainty === 'unknown').map(({ choice }) => choice)
  expect(unknown).toEqual(['draftKey', 'permalink'])
  const text = '---\ntitle: A\ndate: "2024-05-06T23:30:00.000Z"\n---\n'
  expect(fateOf(gatsbyProfile, { texts, path: 'content/blog/a/index.md', text })).toMatchObject({
    ...{ isPost: true, published: true, permalink: null, kind: 'bundle', title: 'A' },
    ...{ dateISO: '2024-05-06T23:30:00Z', day: '2024-05-06' },
  })
  const draft = '---\ntitle: A\ndraft: true\n---\n'
  expect(fateOf(gatsbyProfile, { texts, path: 'content/blog/a.md', text: draft }).published).toBeNull()
})

test('what the writer answered is followed', () => {
  const choices = { postFolders: ['notes'], permalink: '/:year/:folders/:slug/', draftKey: 'wip' }
  const input = { paths: ['notes/deep/x.md'], texts: new Map(), machineZone: 'UTC', choices }
  const site = gatsbyProfile.understand(input)
  const source = {
    ...{ path: 'notes/deep/x.md', values: { wip: true, date: '2024-05-06' }, quoted: new Set<string>() },
    ...{ hasFrontMatter: true, heading: null, modifiedAt: 0, createdAt: 0 },
  }
  expect(site.judge([source], 0).get(source.path)).toMatchObject({
    published: false,
    rule: '`wip: true`',
    permalink: '/2024/deep/x/',
  })
})
