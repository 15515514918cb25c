import { describe, expect, test } from 'vitest'
import { createServices } from '#services/create-services'
import { answerInterfaceFile } from '#services/pages/interface-file'
import { quietPorts } from '../../helpers/host-under-test'
import { repositoryFile } from '../../helpers/repository-root'
import { createTemporaryFolder } from '../../helpers/temporary-folder'

describe('consent to media of other hosts', () => {
  test('is what the writer chose for that blog, as long as it is open', async () => {
    const { handlers, remoteMedia, dispose } = createServices({
      ...quietPorts(await createTemporaryFolder()),
      emit: () => undefined,
    })
    const allowed = await handlers['blogs.open']({ folder: await createTemporaryFolder() })
    const other = await handlers['blogs.open']({ folder: await createTemporaryFolder() })
    expect(await remoteMedia.isGivenFor(allowed.id)).toBe(false)
    await handlers['preferences.change']({ preview: { [allowed.folder]: { remoteMedia: true } } })
    expect(await remoteMedia.isGivenFor(allowed.id)).toBe(true)
    for (const blog of [other.id, allowed.folder, 'x', '', null])
      expect(await remoteMedia.isGivenFor(blog)).toBe(false)
    await handlers['preferences.change']({ preview: { [allowed.folder]: { remoteMedia: false } } })
    expect(await remoteMedia.isGivenFor(allowed.id)).toBe(false)
    await handlers['preferences.change']({ preview: { [allowed.folder]: { remoteMedia: true } } })
    await handlers['blogs.close']({ blog: allowed.id })
    expect(await remoteMedia.isGivenFor(allowed.id)).toBe(false)
    await dispose()
  })
})

describe('the preview’s document', () => {
  const answer = (withRemoteMedia: boolean) =>
    answerInterfaceFile(repositoryFile('renderer'), '/preview.html', '', withRemoteMedia)
  const policiesOf = async (withRemoteMedia: boolean) => {
    const { headers, body } = await answer(withRemoteMedia)
    const page = new TextDecoder().decode(body)
    const inPage = /http-equiv="Content-Security-Policy"\s+content="([^"]*)"/.exec(page)?.[1] ?? ''
    return { header: headers['Content-Security-Policy'] ?? '', inPage }
  }

  test('says the same of what may be loaded in its header and in itself', async () => {
    for (const withRemoteMedia of [false, true]) {
      const { header, inPage } = await policiesOf(withRemoteMedia)
      expect(inPage).not.toBe('')
      expect(header.replace(/; frame-ancestors [^;]*/, '')).toBe(inPage)
    }
  })

  test('lets pictures, sounds and films of other hosts through where that is allowed, without credentials', async () => {
    expect((await policiesOf(false)).header).not.toMatch(/https?:/)
    const { header } = await policiesOf(true)
    const wide = header.split('; ').filter((directive) => /https?:/.test(directive))
    expect(wide.map((directive) => directive.split(' ')[0])).toEqual(['img-src', 'media-src'])
    expect((await answer(true)).headers['Cross-Origin-Embedder-Policy']).toBe('credentialless')
  })
})
