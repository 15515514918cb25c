import { expect, test } from 'vitest'
import { describeKeys, type KeyPress, matchesKeys } from '../../../renderer/actions/keys'

const press = (key: string, held: Partial<KeyPress> = {}): KeyPress => ({
  key,
  code: '',
  ctrlKey: false,
  metaKey: false,
  shiftKey: false,
  altKey: false,
  ...held,
})

test('Mod is Ctrl away from macOS and Cmd on it', () => {
  expect(matchesKeys(press('s', { ctrlKey: true }), 'Mod-s', false)).toBe(true)
  expect(matchesKeys(press('s', { metaKey: true }), 'Mod-s', false)).toBe(false)
  expect(matchesKeys(press('s', { metaKey: true }), 'Mod-s', true)).toBe(true)
  expect(matchesKeys(press('s', { ctrlKey: true }), 'Mod-s', true)).toBe(false)
})

test('a shortcut wants exactly its modifiers', () => {
  expect(matchesKeys(press('M', { ctrlKey: true, shiftKey: true }), 'Mod-Shift-m', false)).toBe(true)
  expect(matchesKeys(press('m', { ctrlKey: true }), 'Mod-Shift-m', false)).toBe(false)
  expect(matchesKeys(press('s', { ctrlKey: true, altKey: true }), 'Mod-s', false)).toBe(false)
  expect(matchesKeys(press('\\', { ctrlKey: true }), 'Mod-\\', false)).toBe(true)
})

test('a shortcut reads as the writer’s system writes it', () => {
  expect(describeKeys('Mod-Shift-m', true)).toBe('⌘⇧M')
  expect(describeKeys('Mod-Enter', false)).toBe('Ctrl+Enter')
})

test('a letter that is not Latin counts by its place on the keyboard', () => {
  expect(matchesKeys(press('ы', { code: 'KeyS', ctrlKey: true }), 'Mod-s', false)).toBe(true)
  expect(matchesKeys(press('o', { code: 'KeyS', ctrlKey: true }), 'Mod-s', false)).toBe(false)
})
