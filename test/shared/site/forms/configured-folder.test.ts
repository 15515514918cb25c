import { describe, expect, test } from 'vitest'
import { closenessOf, configuredFolder } from '#shared/site/forms/configured-folder'

describe('a folder in a configuration', () => {
  test.each([
    ['posts', 'posts'],
    ['/content/posts/', 'content/posts'],
    ['./src//posts', 'src/posts'],
    ['content\\posts', 'content/posts'],
    ['[[workspace]]/content/posts', 'content/posts'],
    ['[[workspace]]', ''],
    ['.', ''],
    ['../../etc', null],
    ['posts/../../etc', null],
    ['C:\\posts', null],
    ['a\0b', null],
  ])('%j is %j', (written, folder) => expect(configuredFolder(written)).toBe(folder))

  test.each([
    ['posts', 'posts', true],
    ['posts', 'posts/2024', true],
    ['posts', 'postscript', false],
    ['posts', '', false],
    ['', 'posts', true],
    ['', '', true],
    ['content/*/posts', 'content/en/posts', true],
    ['content/*/posts', 'content/posts', false],
    ['**/posts', 'a/b/posts/c', true],
    ['**/posts', 'posts', true],
    ['**/posts', 'a/b', false],
    ['a/**/b/**/c', 'a/x/b/b/y/c', true],
    ['a/**/b/**/c', 'a/x/c/b', false],
    ['post*', 'posts', true],
    ['*-posts', 'my-posts', true],
    ['a*b*c', 'axxbyyc', true],
    ['a*b*c', 'axxc', false],
    ['ab*ba', 'aba', false],
    ['.*', 'posts', false],
    ['[a-z]+', 'posts', false],
  ])('%j holds posts in %j: %j', (pattern, folder, isHeld) =>
    expect(closenessOf(pattern, folder) !== null).toBe(isHeld),
  )

  test('is closer the more of the path it names, and by name rather than by star', () => {
    const closest = (...patterns: string[]) =>
      patterns.toSorted(
        (one, other) => (closenessOf(other, 'a/b/c') ?? -1) - (closenessOf(one, 'a/b/c') ?? -1),
      )[0]
    expect(closest('', 'a', 'a/b', 'a/*')).toBe('a/b')
    expect(closest('a/*/c', 'a/b', '**/c')).toBe('a/*/c')
    expect(closest('', '**')).toBe('')
  })

  test('takes no time for stars without end', () => {
    const startedMs = performance.now()
    const folder = Array(200).fill('aaaaaaaaaaaaaaaaaaaaaaaa').join('/')
    expect(closenessOf(`${'**/'.repeat(200)}${'*a'.repeat(200)}b`, folder)).toBeNull()
    expect(closenessOf(`${'**/a*/'.repeat(200)}b`, folder)).toBeNull()
    expect(performance.now() - startedMs).toBeLessThan(500)
  })
})
