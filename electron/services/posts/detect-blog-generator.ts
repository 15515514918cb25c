import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import {
  configurationFiles,
  detectGenerator,
  type GeneratorId,
  siteFolders,
} from '#shared/site/detect-generator'
import { systemCode } from '../files/system-failure'

const unreachable = new Set(['ENOENT', 'ENOTDIR', 'EACCES', 'EPERM', 'EISDIR', 'ELOOP'])

const hugoFolder = 'config/_default'

/** The generator of the blog at `root`, from the configuration in it or in one of the folders where sites usually lie; null when unknown. */
export async function detectBlogGenerator(root: string): Promise<GeneratorId | null> {
  return (await detectBlogSite(root)).generator
}

/** The generator of the blog at `root`, and the folder that its configuration lies in: one of `siteFolders`, empty for the blog's own. */
export async function detectBlogSite(
  root: string,
): Promise<{ readonly generator: GeneratorId | null; readonly folder: string }> {
  for (const folder of siteFolders) {
    const generator = await detectInFolder(join(root, folder))
    if (generator !== null) return { generator, folder }
  }
  return { generator: null, folder: '' }
}

async function detectInFolder(folder: string): Promise<GeneratorId | null> {
  const entries = await orNull(() => readdir(folder, { withFileTypes: true }))
  if (entries === null) return null
  const configured = await orNull(() => readdir(join(folder, hugoFolder)))
  const names = new Set([
    ...entries.map(({ name }) => name),
    ...(configured ?? []).map((name) => `${hugoFolder}/${name}`),
  ])
  const texts = new Map<string, string>()
  for (const entry of entries) {
    if (!entry.isFile() || !configurationFiles.includes(entry.name)) continue
    const text = await orNull(() => readFile(join(folder, entry.name), 'utf8'))
    if (text !== null) texts.set(entry.name, text)
  }
  return detectGenerator({ names, texts })
}

async function orNull<Value>(task: () => Promise<Value>): Promise<Value | null> {
  try {
    return await task()
  } catch (error) {
    if (unreachable.has(systemCode(error) ?? '')) return null
    throw error
  }
}
