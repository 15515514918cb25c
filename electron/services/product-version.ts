import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { z } from 'zod'

/** Galley's version as its package says; `productFolder` is the folder that `package.json` lies in. Throws when there is none. */
export async function readProductVersion(productFolder: string): Promise<string> {
  const text = await readFile(join(productFolder, 'package.json'), 'utf8')
  return z.object({ version: z.string() }).parse(JSON.parse(text)).version
}
