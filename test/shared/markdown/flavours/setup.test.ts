import { expect, test } from 'vitest'
import { dialectOf } from '#shared/markdown/flavours/dialects'
import { chosenSetup, setupOf, withDefaults } from '#shared/markdown/flavours/setup'
import { renderBody } from '#shared/markdown/render'

test('a flavour’s name is its setup without options', () => {
  expect(setupOf('hugo')).toEqual({ flavour: 'hugo', options: {} })
  expect(dialectOf({ flavour: 'hugo', options: {} })).toBe(dialectOf('hugo'))
})

test('equal setups have one dialect, others have others', () => {
  const open = () => dialectOf({ flavour: 'hugo', options: { unsafe: true } })
  expect(open()).toBe(open())
  expect(open()).not.toBe(dialectOf('hugo'))
})

test('a setup’s options change what is rendered', () => {
  expect(renderBody('<b>x</b>', { flavour: 'hugo', options: { unsafe: true } })).toContain('<b>x</b>')
  expect(renderBody('<b>x</b>', { flavour: 'hugo-unsafe', options: { unsafe: false } })).not.toContain('<b>')
})

test('what the writer chose counts, with the site’s options where it is the detected flavour', () => {
  const detected = { flavour: 'hugo', options: { unsafe: true } } as const
  expect(chosenSetup(detected, null)).toBe(detected)
  expect(chosenSetup(detected, 'hugo')).toBe(detected)
  expect(chosenSetup(detected, 'jekyll')).toEqual({ flavour: 'jekyll', options: {} })
  expect(chosenSetup(detected, 'of another version')).toBe(detected)
})

test('an option of another kind than the default says nothing', () => {
  const defaults = { unsafe: false, width: 4, marks: ['a'] }
  expect(withDefaults(defaults, { unsafe: 'yes', width: 2, marks: {}, other: true })).toEqual({
    unsafe: false,
    width: 2,
    marks: ['a'],
  })
})
