import { readSiteChoices, type SiteSection } from '#shared/site/forms/galley-site-section'
import { textOrNull } from '../files/text-or-null'

const names = ['.galley.yml', '.galley.yaml']
const maxBytes = 1_000_000

/** What the writer chose for the blog's site, with the file that says so; null where there is none. */
export async function readSiteChoicesOf(
  root: string,
): Promise<(SiteSection & { readonly file: string }) | null> {
  for (const path of names) {
    const text = await textOrNull(root, path, maxBytes)
    if (text !== null) return { ...readSiteChoices({ path, text }), file: path }
  }
  return null
}
