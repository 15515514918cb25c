import { createStore } from 'zustand/vanilla'
import { BlogId } from '#shared/contract/blog'
import type { CallName } from '#shared/contract/calls'
import { FailureError } from '#shared/contract/failure'
import { PostPath } from '#shared/contract/post-path'
import { Preferences } from '#shared/contract/preferences'
import type { App } from '../../../renderer/state/app'
import { createBlogStore } from '../../../renderer/state/blog'
import { createDialogStore } from '../../../renderer/state/dialog'
import type { EditorPort } from '../../../renderer/state/editor-port'
import { createGitStore } from '../../../renderer/state/git'
import { createNotices } from '../../../renderer/state/notices'
import { createPostsStore } from '../../../renderer/state/posts'
import { createPublishStore } from '../../../renderer/state/publish'
import { createSessionStore } from '../../../renderer/state/session'
import { createSiteStore } from '../../../renderer/state/site'

type Answer = (params: Record<string, unknown>) => unknown

/** A window's state over a disk and an editor that are a few maps: only the transport and CodeMirror are made up. */
export type TestWindow = {
  readonly app: App
  /** What the disk holds, by path; a version is the text itself. */
  readonly disk: Map<string, string>
  readonly kept: Map<string, string>
  readonly calls: CallName[]
  /** Takes the place of a call's answer. */
  readonly answers: Map<CallName, Answer>
  /** Types a text over the document's. */
  readonly type: (path: PostPath, text: string) => void
  readonly editor: EditorPort
}

/** The path of the post that the tests work on. */
export const tea = PostPath.parse('posts/tea.md')

const blog = {
  id: BlogId.parse('testblog'),
  name: 'blog',
  folder: '/blog',
  repository: { kind: 'working-copy' as const },
  evidence: {
    locate: { openerless: false, pelican: false, generator: null },
    setup: { flavour: 'cmark-gfm' as const, options: {} },
    flavourReason: '',
  },
}

/** A window on a blog with one post. */
export function createTestWindow(): TestWindow {
  const disk = new Map<string, string>([[tea, 'as on disk']])
  const kept = new Map<string, string>()
  const calls: CallName[] = []
  const answers = new Map<CallName, Answer>()
  const documents = new Map<string, { text: string; saved: string }>()
  const document = (path: string) => {
    const found = documents.get(path)
    if (found === undefined) throw new Error(`${path} is not open`)
    return found
  }
  const standard: Partial<Record<CallName, Answer>> = {
    'posts.list': () => ({ posts: [], unreadable: [] }),
    'posts.read': ({ path }) => {
      const text = disk.get(String(path))
      if (text === undefined) throw new FailureError('not-found', 'gone')
      return { path, text, version: text, lineEnding: 'lf', access: { kind: 'editable' } }
    },
    'posts.write': ({ path, text, baseVersion }) => {
      if ((disk.get(String(path)) ?? 'absent') !== baseVersion) throw new FailureError('conflict', 'changed')
      disk.set(String(path), String(text))
      return { version: text, savedAt: '2026-01-01T00:00:00Z', wrote: true, note: null }
    },
    'recovery.read': ({ path }) => {
      const text = kept.get(String(path))
      const recovered = { text, baseVersion: disk.get(String(path)) ?? '', keptAt: '2026-01-01T00:00:00Z' }
      return { recovered: text === undefined ? null : recovered }
    },
    'recovery.keep': ({ path, text }) => kept.set(String(path), String(text)) && {},
    'recovery.discard': ({ path }) => {
      kept.delete(String(path))
      return {}
    },
    'blogs.open': ({ folder }) => ({ ...blog, id: 'otherblog', folder }),
    'git.readStatus': () => ({ kind: 'none' }),
  }
  const editor = {
    open: ({ path, text }: { path: string; text: string }) => documents.set(path, { text, saved: text }),
    show: () => undefined,
    close: (path: string) => documents.delete(path),
    textOf: (path: string) => document(path).text,
    describeChange: () => ({ fields: [], textLines: 1, otherLines: 0 }),
    editedLines: () => [],
    isDirty: (path: string) => document(path).text !== document(path).saved,
    markSaved: (path: string, text: string) => {
      document(path).saved = text
    },
    replaceText: (path: string, text: string) => {
      document(path).text = text
    },
    setReadOnly: () => undefined,
  } as unknown as EditorPort
  const app = {
    client: {
      call: async (name: CallName, params: Record<string, unknown>) => {
        calls.push(name)
        const answer = answers.get(name) ?? standard[name]
        return answer === undefined ? {} : answer(params)
      },
    },
    blog: createBlogStore(),
    posts: createPostsStore(),
    session: createSessionStore(),
    git: createGitStore(),
    publish: createPublishStore(),
    site: createSiteStore(),
    dialog: createDialogStore(),
    preferences: createStore(() => Preferences.parse({})),
    notices: createNotices(),
    loadEditor: async () => editor,
  } as unknown as App
  app.blog.setState({ kind: 'open', blog }, true)
  const type = (path: PostPath, text: string) => {
    document(path).text = text
  }
  return { app, disk, kept, calls, answers, type, editor }
}
