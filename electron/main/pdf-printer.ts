import { randomUUID } from 'node:crypto'
import { BrowserWindow } from 'electron'
import { printAddress } from './addresses'
import { guardedPreferences } from './guards'

/** Makes PDF of pages that are whole in themselves. */
export type PdfPrinter = {
  render(html: string): Promise<Uint8Array>
  /** The page that is being printed under this name, null for none. */
  readonly pageNamed: (name: string) => string | null
}

/** Lays each page out in a window that is never shown, runs no script and loads nothing, and is gone afterwards. */
export function createPdfPrinter(): PdfPrinter {
  const pages = new Map<string, string>()
  return {
    pageNamed: (name) => pages.get(name) ?? null,
    async render(html) {
      const name = randomUUID()
      pages.set(name, html)
      const window = new BrowserWindow({
        show: false,
        webPreferences: { ...guardedPreferences, javascript: false },
      })
      try {
        await window.loadURL(`${printAddress}${name}`)
        return await window.webContents.printToPDF({
          printBackground: true,
          preferCSSPageSize: true,
          generateTaggedPDF: true,
        })
      } finally {
        pages.delete(name)
        window.destroy()
      }
    },
  }
}
