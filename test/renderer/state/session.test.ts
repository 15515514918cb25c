import { describe, expect, test } from 'vitest'
import { FailureError } from '#shared/contract/failure'
import { closeBlog, openBlog } from '../../../renderer/state/blog'
import { compareWithDisk } from '../../../renderer/state/follow-disk'
import { openPost } from '../../../renderer/state/open-post'
import { keepNow } from '../../../renderer/state/recovery'
import { overwriteDisk, savePost, writeAgain } from '../../../renderer/state/save-post'
import { createTestWindow, tea } from './window'

/** A promise and the hand that settles it. */
function gate() {
  let open = () => {}
  const opened = new Promise<void>((resolve) => {
    open = resolve
  })
  return { open, opened }
}

describe('saving', () => {
  test('quick saves follow each other and each finds the version that the one before wrote', async () => {
    const { app, disk, type } = createTestWindow()
    await openPost(app, tea)
    type(tea, 'one')
    const saves = [savePost(app, tea), savePost(app, tea), savePost(app, tea)]
    expect(await Promise.all(saves)).toEqual([true, true, true])
    expect(disk.get(tea)).toBe('one')
    expect(app.session.getState().posts.get(tea)?.disk).toBe('same')
  })

  test('text typed while a save is under way stays unsaved and is kept', async () => {
    const { app, disk, kept, type, answers } = createTestWindow()
    await openPost(app, tea)
    type(tea, 'one')
    const writing = gate()
    answers.set('posts.write', async ({ text }) => {
      await writing.opened
      disk.set(tea, String(text))
      return { version: text, savedAt: '2026-01-01T00:00:00Z', wrote: true, note: null }
    })
    const saving = savePost(app, tea)
    await Promise.resolve()
    await new Promise((resolve) => setTimeout(resolve))
    type(tea, 'one two')
    writing.open()
    await saving
    expect(app.session.getState().posts.get(tea)?.save.kind).toBe('unsaved')
    expect(kept.get(tea)).toBe('one two')
  })

  test('a failed save keeps the text, and undoing it to what is on disk clears the failure', async () => {
    const { app, disk, kept, type, answers } = createTestWindow()
    await openPost(app, tea)
    type(tea, 'one')
    answers.set('posts.write', () => {
      throw new FailureError('disk-full', 'full')
    })
    expect(await savePost(app, tea)).toBe(false)
    expect(kept.get(tea)).toBe('one')
    expect(disk.get(tea)).toBe('as on disk')
    type(tea, 'as on disk')
    expect(await savePost(app, tea)).toBe(true)
    expect(app.session.getState().posts.get(tea)?.save.kind).toBe('saved')
  })

  test('keeps what the save changed; one with nothing to save says so', async () => {
    const { app, type } = createTestWindow()
    const receipt = () => app.session.getState().posts.get(tea)?.receipt
    await openPost(app, tea)
    expect(receipt()).toBeNull()
    type(tea, 'one')
    await savePost(app, tea)
    expect(receipt()).toEqual({ fields: [], textLines: 1, otherLines: 0 })
    await savePost(app, tea)
    expect(receipt()).toEqual({ fields: [], textLines: 0, otherLines: 0 })
  })

  test('names the lines that were edited; a save that the services stop for others keeps the text', async () => {
    const { app, kept, type, answers, editor } = createTestWindow()
    await openPost(app, tea)
    type(tea, 'one')
    editor.editedLines = () => [{ from: 0, to: 1, lines: 1 }]
    const named: unknown[] = []
    answers.set('posts.write', ({ edited }) => {
      named.push(edited)
      throw new FailureError('refused', 'would have changed line 3')
    })
    expect(await savePost(app, tea)).toBe(false)
    expect(named).toEqual([[{ from: 0, to: 1, lines: 1 }]])
    expect(kept.get(tea)).toBe('one')
    expect(app.session.getState().posts.get(tea)?.save.kind).toBe('failed')
    expect(app.notices.getState().notices).toMatchObject([
      { kind: 'failed', message: 'would have changed line 3' },
    ])
  })

  test('keeping mine takes the text as it is when the disk has answered', async () => {
    const { app, disk, type, answers } = createTestWindow()
    await openPost(app, tea)
    type(tea, 'mine')
    disk.set(tea, 'theirs')
    answers.set('posts.read', () => {
      type(tea, 'mine, and more')
      return { path: tea, text: 'theirs', version: 'theirs', lineEnding: 'lf', access: { kind: 'editable' } }
    })
    await overwriteDisk(app, tea)
    expect(disk.get(tea)).toBe('mine, and more')
  })
})

describe('following the disk', () => {
  test('an answer from before a save does not take the saved text back', async () => {
    const { app, disk, type, answers, editor } = createTestWindow()
    await openPost(app, tea)
    const reading = gate()
    const old = { path: tea, text: 'older', version: 'older', lineEnding: 'lf', access: { kind: 'editable' } }
    answers.set('posts.read', async () => {
      await reading.opened
      answers.delete('posts.read')
      return old
    })
    const comparing = compareWithDisk(app, tea)
    type(tea, 'newer')
    await savePost(app, tea)
    reading.open()
    await comparing
    expect(editor.textOf(tea)).toBe('newer')
    expect(disk.get(tea)).toBe('newer')
  })

  test('edited text stays and says that the disk has another', async () => {
    const { app, disk, type, editor } = createTestWindow()
    await openPost(app, tea)
    type(tea, 'mine')
    disk.set(tea, 'theirs')
    await compareWithDisk(app, tea)
    expect(editor.textOf(tea)).toBe('mine')
    expect(app.session.getState().posts.get(tea)?.disk).toBe('changed')
  })
})

describe('leaving a blog', () => {
  test('unsaved text is kept, not saved, and nothing typed meanwhile is lost', async () => {
    const { app, disk, kept, type, answers } = createTestWindow()
    await openPost(app, tea)
    type(tea, 'one')
    let keeps = 0
    answers.set('recovery.keep', ({ text }) => {
      keeps += 1
      if (keeps === 1) type(tea, 'one two')
      kept.set(tea, String(text))
      return {}
    })
    await openBlog(app, '/other')
    expect(app.blog.getState()).toMatchObject({ kind: 'open', blog: { folder: '/other' } })
    expect(kept.get(tea)).toBe('one two')
    expect(disk.get(tea)).toBe('as on disk')
  })

  test('text that can be neither saved nor kept keeps the blog open', async () => {
    const { app, type, answers, editor } = createTestWindow()
    await openPost(app, tea)
    type(tea, 'one')
    answers.set('recovery.keep', () => {
      throw new FailureError('disk-full', 'full')
    })
    await closeBlog(app)
    expect(app.blog.getState()).toMatchObject({ kind: 'open', blog: { folder: '/blog' } })
    expect(editor.textOf(tea)).toBe('one')
    expect(app.notices.getState().notices.map(({ kind }) => kind)).toContain('failed')
  })

  test('opening the folder that is open already touches neither text nor disk', async () => {
    const { app, disk, calls, type, editor } = createTestWindow()
    await openPost(app, tea)
    type(tea, 'one')
    await openBlog(app, '/blog')
    expect(editor.textOf(tea)).toBe('one')
    expect(disk.get(tea)).toBe('as on disk')
    expect(calls).not.toContain('blogs.open')
  })
})

describe('text kept by another session', () => {
  test('comes back unsaved', async () => {
    const { app, kept, editor } = createTestWindow()
    kept.set(tea, 'not saved')
    await openPost(app, tea)
    expect(editor.textOf(tea)).toBe('not saved')
    expect(editor.isDirty(tea)).toBe(true)
  })

  test('comes back when its file is gone, and can be written again', async () => {
    const { app, disk, kept } = createTestWindow()
    disk.delete(tea)
    kept.set(tea, 'not saved')
    await openPost(app, tea)
    expect(app.session.getState().posts.get(tea)?.disk).toBe('gone')
    await writeAgain(app, tea)
    expect(disk.get(tea)).toBe('not saved')
  })

  test('is not forgotten by a window that could not show it', async () => {
    const { app, kept, answers } = createTestWindow()
    kept.set(tea, 'not saved')
    answers.set('posts.read', () => ({
      path: tea,
      text: 'as on disk',
      version: 'as on disk',
      lineEnding: 'lf',
      access: { kind: 'read-only', why: 'locked' },
    }))
    await openPost(app, tea)
    await keepNow(app, tea)
    expect(kept.get(tea)).toBe('not saved')
  })
})

test('a post that was asked for in one blog does not open in the next', async () => {
  const { app, answers, disk } = createTestWindow()
  const reading = gate()
  answers.set('posts.read', async () => {
    await reading.opened
    return { path: tea, text: disk.get(tea), version: 'v', lineEnding: 'lf', access: { kind: 'editable' } }
  })
  const opening = openPost(app, tea)
  await openBlog(app, '/other')
  reading.open()
  await opening
  expect(app.session.getState().posts.size).toBe(0)
})
