import { expect, test } from 'vitest'
import { openPost } from '../../../renderer/state/open-post'
import { commitPost, followGit, openPublish, writeMessage } from '../../../renderer/state/publish'
import { createTestWindow, tea } from './window'

/** A window with the publish panel open on a post that was changed. */
async function openPanel() {
  const testWindow = createTestWindow()
  const { app, answers, disk, type } = testWindow
  const status = {
    kind: 'ready',
    head: { kind: 'unborn', name: 'main' },
    files: [],
    identity: null,
    inProgress: null,
  }
  answers.set('git.readStatus', () => status)
  answers.set('git.readDiff', () => ({
    before: 'as committed',
    after: disk.get(tea),
    binary: false,
    addedLines: 1,
    removedLines: 1,
  }))
  answers.set('git.commit', () => ({ commit: 'c', summary: 's', branch: 'main' }))
  followGit(app)
  await openPost(app, tea)
  type(tea, 'changed')
  await openPublish(app)
  await expect.poll(() => app.publish.getState()).toMatchObject({ kind: 'open', diff: { after: 'changed' } })
  return testWindow
}

test('commits the text that the panel shows', async () => {
  const { app, calls } = await openPanel()
  await commitPost(app)
  expect(calls).toContain('git.commit')
  expect(app.publish.getState().kind).toBe('closed')
})

test('text typed since is saved and shown, and not committed before it was seen', async () => {
  const { app, calls, disk, type } = await openPanel()
  type(tea, 'changed again')
  await commitPost(app)
  expect(calls).not.toContain('git.commit')
  expect(disk.get(tea)).toBe('changed again')
  expect(app.publish.getState()).toMatchObject({ kind: 'open', diff: { after: 'changed again' } })
})

test('a message that the writer emptied stays empty', async () => {
  const { app } = await openPanel()
  writeMessage(app, '')
  app.git.setState({ status: { ...app.git.getState().status } as never })
  await new Promise((resolve) => setTimeout(resolve, 20))
  expect(app.publish.getState()).toMatchObject({ message: '' })
})
