import { describe, expect, test } from 'vitest'
import { siteIdentityOf } from '#shared/site/reader/site-identity'

const texts = (file: string, text: string) => new Map([[file, text]])

describe('name and address of a site', () => {
  test.each([
    [
      'jekyll',
      '_config.yml',
      'title: "Kettle & Compass"\nurl: "https://kettle.example"\nbaseurl: /journal\n',
      'Kettle & Compass',
      'https://kettle.example/journal',
    ],
    [
      'hexo',
      '_config.yml',
      'title: Lantern\nurl: https://lantern.example/blog\nroot: /blog/\n',
      'Lantern',
      'https://lantern.example/blog',
    ],
    [
      'hugo',
      'hugo.toml',
      'baseURL = "https://hill.example/notes/"\ntitle = "Hill Notes"\n',
      'Hill Notes',
      'https://hill.example/notes',
    ],
    ['zola', 'config.toml', 'base_url = "https://z.example"\ntitle = "Z"\n', 'Z', 'https://z.example'],
    [
      'pelican',
      'pelicanconf.py',
      'SITENAME = "Two Looms"\nSITEURL = \'https://loom.example/blog\'\n',
      'Two Looms',
      'https://loom.example/blog',
    ],
    [
      'docusaurus',
      'docusaurus.config.js',
      "module.exports = {\n  title: 'Lock Gate',\n  url: 'https://lock.example',\n  baseUrl: '/gate/',\n}\n",
      'Lock Gate',
      'https://lock.example/gate',
    ],
    [
      'astro',
      'astro.config.mjs',
      "export default defineConfig({\n  site: 'https://tin.example',\n  base: '/roof',\n})\n",
      null,
      'https://tin.example/roof',
    ],
    [null, 'CNAME', 'www.own.example\n', null, 'https://www.own.example'],
    [
      null,
      'package.json',
      '{"name": "x", "title": "no", "homepage": "https://home.example/"}',
      null,
      'https://home.example',
    ],
  ] as const)('%s: %s', (generator, file, text, title, url) => {
    expect(siteIdentityOf(texts(file, text), generator)).toEqual({ title, url })
  })

  test.each([
    ['_config.yml', 'title: [\n'],
    ['_config.yml', 'url: javascript:alert(1)\n'],
    ['_config.yml', 'title: {a: b}\nurl: 5\n'],
    ['hugo.toml', 'title = \n'],
    ['CNAME', ''],
    ['astro.config.mjs', 'site: process.env.SITE, url: `https://` + host'],
  ])('%s that says nothing of use: %j', (file, text) => {
    expect(siteIdentityOf(texts(file, text), null)).toEqual({ title: null, url: null })
  })
})
