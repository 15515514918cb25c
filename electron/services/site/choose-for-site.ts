import { join } from 'node:path'
import { FailureError, fail } from '#shared/contract/failure'
import { PostPath } from '#shared/contract/post-path'
import type { SiteChoice } from '#shared/contract/site-understanding'
import { readSiteChoices } from '#shared/site/forms/galley-site-section'
import { setSiteChoice } from '#shared/site/forms/set-site-choice'
import { atomicWrite } from '../files/atomic-write'
import { createKeyedLock } from '../files/keyed-lock'
import { readRegularFile } from '../files/read-regular-file'
import { resolveInBlog } from '../files/resolve-in-blog'
import { explained } from '../files/system-failure'
import { writeNewFile } from '../files/write-new-file'

const usualName = '.galley.yml'
const names = [usualName, '.galley.yaml']
const maxBytes = 1_000_000

const serialise = createKeyedLock()

/**
 * Writes one answer of the writer into the blog's `.galley.yml`, made where it is not there; null takes it out. Nothing else in the file
 * changes. `refused` for an answer that is none and for a file with a mistake in it; then nothing is written.
 */
export async function chooseForSite(root: string, choice: SiteChoice, value: string | null): Promise<void> {
  await serialise(root, async () => {
    const there = await readGalleyFile(root)
    const before = there?.text ?? ''
    const chosen = setSiteChoice(before, choice, value)
    if (chosen.kind === 'refused') fail('refused', chosen.why)
    if (chosen.text === before) return
    if (value !== null && !readSiteChoices({ path: usualName, text: chosen.text }).lines.has(choice))
      fail('refused', `“${value}” is no answer to that. Nothing was written.`)
    const bytes = Buffer.from(chosen.text)
    if (there === null) await create(root, bytes)
    else await replace(there, bytes)
  })
}

type GalleyFile = { readonly path: PostPath; readonly real: string; readonly text: string }

async function readGalleyFile(root: string): Promise<GalleyFile | null> {
  for (const name of names) {
    const path = PostPath.parse(name)
    try {
      const real = await resolveInBlog(root, path)
      return { path, real, text: (await readRegularFile(real, path, maxBytes)).toString('utf8') }
    } catch (error) {
      if (!(error instanceof FailureError && error.code === 'not-found')) throw error
    }
  }
  return null
}

async function create(root: string, bytes: Uint8Array): Promise<void> {
  const isNew = await explained(usualName, () => writeNewFile(join(root, usualName), bytes))
  if (!isNew) fail('conflict', '.galley.yml has come into being just now. Look at it, then choose again.')
}

async function replace({ path, real, text }: GalleyFile, bytes: Uint8Array): Promise<void> {
  await explained(path, () =>
    atomicWrite({
      target: real,
      bytes,
      checkCurrent: async () => {
        const now = (await readRegularFile(real, path, maxBytes)).toString('utf8')
        if (now !== text)
          fail('conflict', `${path} changed on disk just now. Nothing was written; choose again.`)
      },
      keepSafe: async () => {},
    }),
  )
}
