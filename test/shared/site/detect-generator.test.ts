import { expect, test } from 'vitest'
import { detectGenerator } from '#shared/site/detect-generator'

const detect = (names: readonly string[], texts: Readonly<Record<string, string>> = {}) =>
  detectGenerator({
    // a name without an ending is a folder with something in it
    paths: [
      ...names.map((name) => (/[.]|Gemfile/.test(name) ? name : `${name}/a.md`)),
      ...Object.keys(texts),
    ],
    texts: new Map(Object.entries(texts)),
  })?.generator ?? null

test.each([
  ['jekyll', ['_config.yml', '_posts'], {}],
  ['jekyll', ['_config.yml'], { Gemfile: 'gem "github-pages"' }],
  ['hexo', ['source'], { '_config.yml': 'title: x', 'package.json': '{"dependencies":{"hexo":"8"}}' }],
  ['hugo', ['hugo.toml'], {}],
  ['hugo', ['content'], { 'config.toml': 'baseURL = "https://example.org"' }],
  ['zola', ['content', 'templates'], { 'config.toml': 'base_url = "https://example.org"' }],
  ['eleventy', ['eleventy.config.mjs'], {}],
  ['eleventy', ['.eleventy.js'], {}],
  ['astro', ['astro.config.mjs'], {}],
  ['docusaurus', ['docusaurus.config.ts'], {}],
  ['pelican', ['pelicanconf.py'], {}],
  ['gatsby', ['gatsby-config.js'], {}],
] as const)('%s is known by %j', (generator, names, texts) => {
  expect(detect(names, texts)).toBe(generator)
})

test.each([
  ['a repository of something else', ['package.json', 'src'], {}],
  ['a Jupyter book', ['_config.yml', '_toc.yml', '_posts'], {}],
  ['a lone configuration', ['_config.yml'], {}],
  ['Sphinx', ['conf.py'], {}],
  ['a Rust project', ['Cargo.toml'], { 'config.toml': '[build]' }],
] as const)('%s has no generator', (_name, names, texts) => {
  expect(detect(names, texts)).toBeNull()
})
