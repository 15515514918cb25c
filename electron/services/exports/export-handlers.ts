import { randomUUID } from 'node:crypto'
import { rename, writeFile } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import type { Handlers } from '#shared/contract/calls'
import { fail } from '#shared/contract/failure'
import { removeIfThere } from '../files/remove-if-there'
import type { Ports } from '../ports'

/** The calls that write a page where the writer says, by the host's own dialog; nowhere else, and never without asking. */
export function createExportHandlers({ exporter }: Pick<Ports, 'exporter'>): Pick<Handlers, 'exports.save'> {
  return {
    async 'exports.save'({ kind, suggestedName, html }) {
      if (exporter === null)
        fail('unsupported', 'Galley cannot save files from here. Use the download instead.')
      const file = await exporter.pickFile({ kind, suggestedName: plainName(suggestedName) })
      if (file === null) return { saved: null }
      const bytes = kind === 'pdf' ? await exporter.renderPdf(html) : new TextEncoder().encode(html)
      await replaceFile(file, bytes)
      return { saved: basename(file) }
    },
  }
}

/** A name that can be offered in any folder. */
function plainName(name: string): string {
  return name.replace(/[\\/:*?"<>|\p{Cc}]+/gu, '-').replace(/^\.+/, '') || 'post'
}

/** The dialog has asked about a file that is there already; it is replaced in one step. */
async function replaceFile(file: string, bytes: Uint8Array): Promise<void> {
  const temporary = join(dirname(file), `.${randomUUID()}.tmp`)
  try {
    await writeFile(temporary, bytes, { flag: 'wx' })
    await rename(temporary, file)
  } catch (error) {
    await removeIfThere(temporary)
    const reason = error instanceof Error ? error.message : String(error)
    fail('permission-denied', `${basename(file)} could not be written there. Choose another folder.`, reason)
  }
}
