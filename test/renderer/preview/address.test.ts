import { expect, test } from 'vitest'
import { readAddress } from '../../../renderer/preview/address'
import { filterStyle } from '../../../renderer/preview/style-filter'

test.each([
  ['/images/a.png', { kind: 'local', reference: '/images/a.png' }],
  ['a b.png', { kind: 'local', reference: 'a b.png' }],
  ['../up.png?v=1#x', { kind: 'local', reference: '../up.png?v=1#x' }],
  ['#fn:1', { kind: 'anchor', id: 'fn:1' }],
  ['#%C3%BC', { kind: 'anchor', id: 'ü' }],
  ['#100%', { kind: 'anchor', id: '100%' }],
  ['https://example.org/a', { kind: 'remote', url: 'https://example.org/a', host: 'example.org' }],
  ['HTTP://Example.org', { kind: 'remote', url: 'http://example.org/', host: 'example.org' }],
  ['//example.org/a', { kind: 'remote', url: 'https://example.org/a', host: 'example.org' }],
  ['\\\\example.org\\a', { kind: 'remote', url: 'https://example.org/a', host: 'example.org' }],
  ['h\nttps://example.org/', { kind: 'remote', url: 'https://example.org/', host: 'example.org' }],
  ['mailto:a@example.org', { kind: 'mail', url: 'mailto:a@example.org' }],
  ['data:image/png;base64,AAAA', { kind: 'inline-image', url: 'data:image/png;base64,AAAA' }],
  ['data:image/svg+xml,<svg/>', { kind: 'refused' }],
  ['data:text/html,x', { kind: 'refused' }],
  ['javascript:alert(1)', { kind: 'refused' }],
  [' java\nscript:alert(1)', { kind: 'refused' }],
  ['vbscript:x', { kind: 'refused' }],
  ['file:///etc/passwd', { kind: 'refused' }],
  ['blob:https://example.org/x', { kind: 'refused' }],
  ['https://[', { kind: 'refused' }],
  ['', { kind: 'refused' }],
])('%j is read as a browser reads it', (written, address) => {
  expect(readAddress(written)).toEqual(address)
})

test.each([
  ['color: red', 'color: red'],
  ['float:left; padding-right: 15px;', 'float:left; padding-right: 15px'],
  ['position: relative', 'position: relative'],
  ['position: fixed; color: red', 'color: red'],
  ['position : STICKY', null],
  ['background: url(https://elsewhere.test/a.png)', null],
  ['background: u\\72l(//elsewhere.test)', null],
  ['background: URL (x); margin: 0', 'margin: 0'],
  ['background-image: image-set("a.png" 1x)', null],
  ['width: expression(alert(1))', null],
  ['--a: url(x)', null],
  ['', null],
])('of the style %j the preview keeps %j', (style, kept) => {
  expect(filterStyle(style)).toBe(kept)
})
