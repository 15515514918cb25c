import type { FlavourId } from '#shared/markdown/flavours/flavour'
import { readGalleyFlavour } from '#shared/site/forms/galley-file'
import { textOrNull } from '../files/text-or-null'

const names = ['.galley.yml', '.galley.yaml']
const maxBytes = 1_000_000

/** The flavour that the blog's own `.galley.yml` names; null where it names none or cannot be read, of which the form tells. */
export async function readGalleyFlavourOf(root: string): Promise<FlavourId | null> {
  for (const path of names) {
    const text = await textOrNull(root, path, maxBytes)
    if (text !== null) return readGalleyFlavour({ path, text })
  }
  return null
}
