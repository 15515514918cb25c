import { join } from 'node:path'
import { type Browser, test as base, expect, type Page } from '@playwright/test'
import { chromiumOptions } from '../helpers/launch-chromium'
import { type LaunchedElectron, launchElectron } from '../helpers/launch-electron'
import { launchServer } from '../helpers/launch-server'
import { repositoryFile } from '../helpers/repository-root'
import {
  createTemporaryBlog,
  gitEnvironment,
  removeFolder,
  type TemporaryBlog,
  temporaryFolder,
} from './temporary-blog'

export { expect }

/** For a test of what happens within the page alone, the same whatever host has opened it: it runs in the browser only. */
export const withinThePage = { tag: '@page' } as const

/** The hosts that every spec runs on; the projects of the configuration. */
export type HostName = 'web' | 'electron'

/** Galley, running. */
export type RunningApp = {
  readonly host: HostName
  readonly page: Page
  /** The user data folder; hand it to another `openApp` to come back as the same user. */
  readonly data: string
  /** The main process, for what only it can do; null on the web host. */
  readonly electron: LaunchedElectron | null
  /**
   * Answers the native folder dialog from now on: with `folder`, or with closing it for null. Does nothing on the web host, which
   * has no such dialog.
   */
  answerFolderDialog(folder: string | null): Promise<void>
  /** Closes the window, leaving text that is not saved, and ends the host. */
  close(): Promise<void>
}

/** What to open. Without `folder` Galley shows its start page; without `data` it meets a new user. */
export type OpenOptions = { readonly folder?: string; readonly data?: string }

type Fixtures = {
  host: HostName
  /** A blog of the test's own. */
  blog: TemporaryBlog
  openApp: (options?: OpenOptions) => Promise<RunningApp>
  /** Galley with `blog` open. */
  app: RunningApp
}

async function openOnWeb(browser: Browser, folder: string | undefined, data: string): Promise<RunningApp> {
  const server = await launchServer({
    args: folder === undefined ? [] : [folder],
    env: { GALLEY_DATA: data, ...gitEnvironment },
  })
  const context = await browser.newContext({ viewport: { width: 1280, height: 832 } })
  const page = await context.newPage()
  await page.goto(server.address)
  return {
    host: 'web',
    page,
    data,
    electron: null,
    answerFolderDialog: async () => undefined,
    async close() {
      await context.close()
      await server.close()
    },
  }
}

async function openOnElectron(folder: string | undefined, data: string): Promise<RunningApp> {
  const electron = await launchElectron({
    main: repositoryFile('dist/main/main.cjs'),
    args: folder === undefined ? [] : [folder],
    env: { GALLEY_DATA: data, ...gitEnvironment },
  })
  return {
    host: 'electron',
    page: await electron.firstWindow(),
    data,
    electron,
    answerFolderDialog: (chosen) =>
      electron.evaluate(({ dialog }, answer) => {
        const filePaths = answer === null ? [] : [answer]
        dialog.showOpenDialog = async () => ({ canceled: answer === null, filePaths })
      }, chosen),
    async close() {
      await electron.evaluate(({ dialog }) => {
        // "Close Without Saving": nobody is there to click it
        dialog.showMessageBoxSync = () => 1
      })
      await electron.close()
    },
  }
}

/** Playwright's `test` for specs that run unchanged on every host. A script error in any window fails the test that it happens in. */
export const test = base.extend<Fixtures>({
  launchOptions: [chromiumOptions(), { scope: 'worker' }],
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the fixtures' names from the pattern
  host: async ({}, use, testInfo) => {
    await use(testInfo.project.name as HostName)
  },
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the fixtures' names from the pattern
  blog: async ({}, use) => {
    const blog = await createTemporaryBlog()
    await use(blog)
    await blog.remove()
  },
  openApp: async ({ host, browser }, use) => {
    const opened: RunningApp[] = []
    const folders: string[] = []
    const scriptErrors: string[] = []
    await use(async ({ folder, data = undefined } = {}) => {
      const made = data === undefined ? await temporaryFolder() : null
      if (made !== null) folders.push(made)
      const dataFolder = data ?? join(made ?? '', 'data')
      const app = await (host === 'web'
        ? openOnWeb(browser, folder, dataFolder)
        : openOnElectron(folder, dataFolder))
      app.page.on('pageerror', (error) => scriptErrors.push(error.stack ?? error.message))
      let isClosed = false
      const running = {
        ...app,
        async close() {
          if (isClosed) return
          isClosed = true
          await app.close()
        },
      }
      opened.push(running)
      return running
    })
    for (const app of opened) await app.close()
    for (const folder of folders) await removeFolder(folder)
    expect(scriptErrors).toEqual([])
  },
  app: async ({ openApp, blog }, use) => {
    await use(await openApp({ folder: blog.folder }))
  },
})
