import { type BrowserWindow, dialog, shell } from 'electron'
import type { Exporter, LogEntry, Ports } from '#services/ports'

/** What the ports need besides Electron. `currentWindow` is null while there is no window. */
export type MainPortOptions = Pick<
  Ports,
  'version' | 'userDataFolder' | 'homeFolder' | 'sampleBlogFolder' | 'emit' | 'log'
> & { readonly currentWindow: () => BrowserWindow | null; readonly renderPdf: Exporter['renderPdf'] }

/** One line of the log on standard error. */
export function logToStandardError({ level, message, error }: LogEntry): void {
  const cause = error instanceof Error ? (error.stack ?? error.message) : error
  process.stderr.write(`${level}: ${message}${cause === undefined ? '' : `\n${String(cause)}`}\n`)
}

const fileTypes = {
  html: { name: 'Web page', extensions: ['html'] },
  pdf: { name: 'PDF', extensions: ['pdf'] },
}

/** Electron's side of the services: the system's clock and browser, and the native dialogs on our window. */
export function createMainPorts({ currentWindow, renderPdf, ...given }: MainPortOptions): Ports {
  return {
    ...given,
    now: () => new Date(),
    openExternal: (url) => shell.openExternal(url),
    async pickFolder() {
      const options: Electron.OpenDialogOptions = {
        title: 'Open a blog',
        buttonLabel: 'Open',
        properties: ['openDirectory', 'createDirectory'],
      }
      const window = currentWindow()
      const { canceled, filePaths } = await (window === null
        ? dialog.showOpenDialog(options)
        : dialog.showOpenDialog(window, options))
      return canceled ? null : (filePaths[0] ?? null)
    },
    exporter: {
      renderPdf,
      async pickFile({ kind, suggestedName }) {
        const options: Electron.SaveDialogOptions = {
          defaultPath: suggestedName,
          filters: [fileTypes[kind]],
          properties: ['createDirectory', 'showOverwriteConfirmation'],
        }
        const window = currentWindow()
        const { canceled, filePath } = await (window === null
          ? dialog.showSaveDialog(options)
          : dialog.showSaveDialog(window, options))
        return canceled || filePath === '' ? null : filePath
      },
    },
  }
}
