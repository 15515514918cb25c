import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { createHarness } from '../../helpers/service-harness'
import { createTemporaryFolder } from '../../helpers/temporary-folder'

const page = { kind: 'html', suggestedName: 'post.html', html: '<p>Grüße</p>' } as const

test('a page is saved where the dialog says, and the file there is replaced', async () => {
  const folder = await createTemporaryFolder()
  const file = join(folder, 'chosen.html')
  const asked: unknown[] = []
  const exporter = {
    pickFile: async (wanted: unknown) => {
      asked.push(wanted)
      return file
    },
    renderPdf: async (html: string) => new TextEncoder().encode(`PDF of ${html}`),
  }
  const { call } = await createHarness({ exporter })
  expect(await call('exports.save', page)).toEqual({ saved: 'chosen.html' })
  expect(await readFile(file, 'utf8')).toBe('<p>Grüße</p>')
  await call('exports.save', { ...page, kind: 'pdf', suggestedName: '../a/b:c.pdf' })
  expect(await readFile(file, 'utf8')).toBe('PDF of <p>Grüße</p>')
  expect(asked).toEqual([
    { kind: 'html', suggestedName: 'post.html' },
    { kind: 'pdf', suggestedName: '-a-b-c.pdf' },
  ])
  expect(await readdir(folder)).toEqual(['chosen.html'])
})

test('a closed dialog writes nothing, and a folder that takes no file leaves nothing behind', async () => {
  const folder = await createTemporaryFolder()
  const renderPdf = async () => new Uint8Array()
  const closed = await createHarness({ exporter: { pickFile: async () => null, renderPdf } })
  expect(await closed.call('exports.save', page)).toEqual({ saved: null })
  const nowhere = join(folder, 'gone', 'post.html')
  const failing = await createHarness({ exporter: { pickFile: async () => nowhere, renderPdf } })
  expect((await failing.failure('exports.save', page)).code).toBe('permission-denied')
  expect(await readdir(folder)).toEqual([])
})

test('a host without a dialog saves nothing', async () => {
  const { failure } = await createHarness()
  expect((await failure('exports.save', page)).code).toBe('unsupported')
})
