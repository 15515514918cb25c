import { describe, expect, test } from 'vitest'
import type { GeneratorId } from '#shared/site/detect-generator'
import { type ServedSite, serveCommands } from '#shared/site/serve/serve-command'
import { joinCommandLine, splitCommandLine } from '#shared/site/serve/split-command-line'

function linesFor(
  generator: GeneratorId | null,
  names: readonly string[] = [],
  texts: Partial<Pick<ServedSite, 'packageJson' | 'gemfileLock'>> = {},
): readonly string[] {
  const site = { generator, names: new Set(names), packageJson: null, gemfileLock: null, ...texts }
  return serveCommands(site).map(({ words }) => joinCommandLine(words))
}

const scripts = (entries: Readonly<Record<string, string>>) => ({
  packageJson: JSON.stringify({ scripts: entries }),
})

describe('the command for a site', () => {
  test('of Hugo serves drafts from memory on the loopback alone', () => {
    expect(linesFor('hugo')).toEqual([
      'hugo server --buildDrafts --buildFuture --bind 127.0.0.1 --port {port}',
    ])
  })

  test('of Jekyll goes through Bundler where the blog has chosen versions, and leaves out what Jekyll 3 does not know', () => {
    const common =
      '--drafts --unpublished --future --host 127.0.0.1 --port {port} --destination {scratch}/site'
    const modern = ' --disable-disk-cache --livereload --livereload-port {reload-port}'
    expect(linesFor('jekyll')).toEqual([`jekyll serve ${common}${modern}`])
    expect(
      linesFor('jekyll', ['Gemfile.lock'], { gemfileLock: 'GEM\n  specs:\n    jekyll (4.3.2)\n' }),
    ).toEqual([`bundle exec jekyll serve ${common}${modern}`])
    expect(
      linesFor('jekyll', ['Gemfile.lock'], { gemfileLock: 'GEM\n  specs:\n    jekyll (3.9.3)\n' }),
    ).toEqual([`bundle exec jekyll serve ${common}`])
  })

  test('of a package starts its own script, by its own package manager, with the port where it reaches the generator', () => {
    expect(linesFor('astro', [], scripts({ dev: 'astro dev', start: 'node x' }))).toEqual([
      'npm run dev -- --host 127.0.0.1 --port {port}',
      'npm run start',
    ])
    expect(linesFor('astro', ['pnpm-lock.yaml'], scripts({ dev: 'astro dev' }))).toEqual([
      'pnpm run dev --host 127.0.0.1 --port {port}',
    ])
    expect(linesFor('docusaurus', ['yarn.lock'], scripts({ start: 'docusaurus start' }))).toEqual([
      'yarn run start --no-open --host 127.0.0.1 --port {port}',
    ])
    expect(linesFor('astro', [], scripts({ dev: 'node make.js && astro dev' }))).toEqual(['npm run dev'])
    expect(linesFor('astro', [], scripts({ dev: 'astro dev --port 3000' }))).toEqual(['npm run dev'])
  })

  test('of a package without such a script starts what is installed, and fetches nothing', () => {
    expect(linesFor('eleventy', [], scripts({}))).toEqual(['npx --no-install eleventy --serve --port={port}'])
    expect(linesFor('hexo', [], scripts({ build: 'hexo generate' }))).toEqual([
      'npx --no-install hexo server --draft --ip 127.0.0.1 --port {port}',
    ])
  })

  test('of Pelican and Zola builds outside the blog', () => {
    expect(linesFor('pelican')).toEqual([
      'pelican --listen --autoreload --bind 127.0.0.1 --port {port} --output {scratch}/site',
    ])
    expect(linesFor('zola')).toEqual([
      'zola serve --drafts --interface 127.0.0.1 --port {port} --output-dir {scratch}/site',
    ])
  })

  test('of no known generator is a script named like a server, with those around it shown; else there is none', () => {
    const site = {
      generator: null,
      names: new Set<string>(),
      gemfileLock: null,
      ...scripts({ serve: 'make', preserve: 'curl example.org', __proto__: 'x' }),
    }
    expect(serveCommands(site)).toMatchObject([
      { words: ['npm', 'run', 'serve'], leadsTo: 'serve: make\npreserve: curl example.org' },
    ])
    expect(linesFor(null)).toEqual([])
    expect(linesFor(null, [], { packageJson: 'not JSON' })).toEqual([])
  })
})

describe('a typed command', () => {
  test('is split at blanks, quotes and backslashes as a shell splits it', () => {
    expect(splitCommandLine(` make  "dev server" it\\'s 'a b'c ''`)).toEqual({
      kind: 'words',
      words: ['make', 'dev server', "it's", 'a bc', ''],
    })
  })

  test.each([
    'a && b',
    'a | b',
    'a; b',
    'a > f',
    '$HOME/x',
    '`a`',
    'a $(b)',
    'a "b',
    'a \\',
    '',
    '  ',
    "''",
    'a\nb',
  ])('%s is refused: there is no shell to understand it', (line) => {
    expect(splitCommandLine(line).kind).toBe('refused')
  })

  test('is written so that it is split into the same words again', () => {
    const words = ['node', "it's", 'a b', '$x', '{port}', '', '\\']
    expect(splitCommandLine(joinCommandLine(words))).toEqual({ kind: 'words', words })
  })
})
