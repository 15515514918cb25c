import { homedir } from 'node:os'
import { join } from 'node:path'
import { app, type BrowserWindow, ipcMain, Menu, session } from 'electron'
import { z } from 'zod'
import { createServices, type Services } from '#services/create-services'
import type { Ports } from '#services/ports'
import { readProductVersion } from '#services/product-version'
import { createRouter } from '#services/router'
import { userDataFolder } from '#services/user-data-folder'
import { registerAppScheme, serveApp } from './app-protocol'
import { guardContents, refusePermissions, type ServedSites } from './guards'
import { createIpcHost, type IpcHost } from './ipc-host'
import { buildMenu } from './menu'
import { folderInArguments } from './open-folder-arguments'
import { createPdfPrinter } from './pdf-printer'
import { createMainPorts, logToStandardError } from './ports'
import { openWindow } from './window'

/** What a second Galley tells the first one before it ends. */
const SecondInstance = z.object({ folder: z.string().nullable() })

const distFolder = join(__dirname, '..')
const dataFolder = userDataFolder(process.env, process.platform, homedir())
const log = logToStandardError

/** The Electron host: the services, one window, and the pipe between them. Runs until the last window is closed. */
async function run(startFolder: string | null): Promise<void> {
  let window: BrowserWindow | null = null
  // set right below: the services send events through the pipe, and the pipe carries calls to the services
  let pipe: IpcHost | null = null
  let siteServers: Services['siteServers'] | null = null
  let folderToOpen = startFolder
  let canShowWindow = false

  const currentWindow = () => window
  const sites: ServedSites = {
    hasOrigin: (origin) => siteServers?.hasOrigin(origin) ?? false,
    isAnyReady: () => siteServers?.isAnyReady() ?? false,
  }
  const emit: Ports['emit'] = (name, payload) => pipe?.send({ name, payload })

  function showWindow() {
    window = openWindow({
      preloadFile: join(__dirname, 'preload.cjs'),
      stateFile: join(dataFolder, 'window.json'),
      openFolder: folderToOpen,
      log,
    })
    folderToOpen = null
    window.once('closed', () => {
      window = null
    })
  }

  function openFolder(folder: string | null) {
    if (window === null) {
      folderToOpen = folder ?? folderToOpen
      if (canShowWindow) showWindow()
      return
    }
    if (window.isMinimized()) window.restore()
    window.focus()
    if (folder !== null) emit('blogs.openRequested', { folder })
  }

  app.on('second-instance', (_event, _commandLine, _workingFolder, told) => {
    const { data } = SecondInstance.safeParse(told)
    openFolder(data?.folder ?? null)
  })
  app.on('open-file', (event, path) => {
    event.preventDefault()
    openFolder(path)
  })
  app.on('web-contents-created', (_event, contents) => guardContents(contents, sites))
  app.on('window-all-closed', () => {
    if (process.platform !== 'darwin') app.quit()
  })

  await app.whenReady()
  refusePermissions(session.defaultSession, sites)
  const pdfPrinter = createPdfPrinter()
  const services = createServices(
    createMainPorts({
      version: await readProductVersion(join(distFolder, '..')),
      userDataFolder: dataFolder,
      homeFolder: homedir(),
      sampleBlogFolder: join(distFolder, 'sample-blog'),
      emit,
      log,
      currentWindow,
      renderPdf: pdfPrinter.render,
    }),
  )
  siteServers = services.siteServers
  const ipcHost = createIpcHost({ ipcMain, route: createRouter(services.handlers, log), currentWindow })
  pipe = ipcHost
  serveApp(
    {
      rendererFolder: join(distFolder, 'renderer'),
      assets: services.assets,
      siteOriginOf: services.siteServers.originOf,
      remoteMedia: services.remoteMedia,
      printedPage: pdfPrinter.pageNamed,
    },
    log,
  )
  Menu.setApplicationMenu(
    buildMenu({
      platform: process.platform,
      forDevelopers: !app.isPackaged,
      choose: (action) => (window === null ? showWindow() : emit('menu.chosen', { action })),
    }),
  )
  app.on('activate', () => openFolder(null))
  app.on('will-quit', (event) => {
    // a post that is being written, text that is being kept: they end before the process does
    event.preventDefault()
    ipcHost
      .settled()
      .then(() => services.dispose())
      .catch((error: unknown) => log({ level: 'error', message: 'Galley did not end cleanly', error }))
      .finally(() => app.exit(0))
  })
  canShowWindow = true
  showWindow()
}

registerAppScheme()
app.enableSandbox()
app.setPath('userData', dataFolder)
// the browser's own caches stay apart from what Galley keeps
app.setPath('sessionData', join(dataFolder, 'browser'))
const startFolder = folderInArguments(process.argv, process.cwd(), process.defaultApp === true)
if (app.requestSingleInstanceLock({ folder: startFolder }))
  run(startFolder).catch((error: unknown) => {
    log({ level: 'error', message: 'Galley could not start', error })
    app.exit(1)
  })
else app.quit()
