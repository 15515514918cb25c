import { expect, test } from 'vitest'
import { readDiagramMessage } from '../../../../renderer/preview/enrich/diagrams/diagram-messages'

const picture = { kind: 'done', id: 1, svg: '<svg></svg>', width: 10, height: 20 }

test('what the page that draws may say is read', () => {
  expect(readDiagramMessage({ kind: 'ready', more: 1 })).toEqual({ kind: 'ready' })
  expect(readDiagramMessage({ ...picture, more: 1 })).toEqual(picture)
  expect(readDiagramMessage({ kind: 'failed', id: 2, message: 'x'.repeat(9000) })).toMatchObject({
    message: 'x'.repeat(2000),
  })
})

test.each([
  null,
  'ready',
  42,
  {},
  { kind: 'began', id: 1 },
  { kind: 'done' },
  { ...picture, id: '1' },
  { ...picture, svg: '<img src=x>' },
  { ...picture, svg: `<svg>${'x'.repeat(4_000_001)}` },
  { ...picture, width: Number.POSITIVE_INFINITY },
  { ...picture, width: 0 },
  { ...picture, height: 1e9 },
  { ...picture, height: '20' },
  { kind: 'failed', id: 1, message: { toString: 'x' } },
])('%j is not', (data) => {
  expect(readDiagramMessage(data)).toBeNull()
})
