import { type ChildProcess, type SpawnOptions, spawn } from 'node:child_process'
import { chown, mkdir, mkdtemp, realpath, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { onTestFinished } from 'vitest'

/** The built command line, as users run it. */
const bundle = fileURLToPath(new URL('../../dist/cli/galley.mjs', import.meta.url))

/** The unprivileged user of every Unix system. */
const nobody = 65_534
const isRoot = process.getuid?.() === 0

/** How a run of `galley` ended. */
export type Run = { readonly code: number | null; readonly stdout: string; readonly stderr: string }

/** Starts `galley` with these words. */
export function startGalley(words: readonly string[], options: SpawnOptions = {}): ChildProcess {
  return spawn(process.execPath, [bundle, ...words], { stdio: ['ignore', 'pipe', 'pipe'], ...options })
}

/** Waits until a process ends and gives what it printed. */
export function untilDone(child: ChildProcess): Promise<Run> {
  let [stdout, stderr] = ['', '']
  child.stdout?.setEncoding('utf8').on('data', (text) => {
    stdout += text
  })
  child.stderr?.setEncoding('utf8').on('data', (text) => {
    stderr += text
  })
  return new Promise((resolve, reject) => {
    child.once('error', reject)
    child.once('close', (code) => resolve({ code, stdout, stderr }))
  })
}

/** Runs `galley` with these words to its end. */
export function galley(words: readonly string[], options: SpawnOptions = {}): Promise<Run> {
  return untilDone(startGalley(words, options))
}

/** A temporary folder that goes with the test. */
export async function temporaryFolder(): Promise<string> {
  const folder = await realpath(await mkdtemp(join(tmpdir(), 'galley-test-')))
  onTestFinished(() => rm(folder, { recursive: true, force: true }))
  return folder
}

/** A folder with these files, by path. */
export async function blogWith(files: Readonly<Record<string, string | Uint8Array>>): Promise<string> {
  const folder = await temporaryFolder()
  for (const [path, content] of Object.entries(files)) {
    await mkdir(dirname(join(folder, path)), { recursive: true })
    await writeFile(join(folder, path), content)
  }
  return folder
}

/**
 * Options to run a process as a user without privileges and with a home folder of its own: permissions and browser windows mean
 * something else to root.
 */
export async function asOrdinaryUser(
  environment: Readonly<Record<string, string>> = {},
): Promise<SpawnOptions> {
  const home = await temporaryFolder()
  if (isRoot) await chown(home, nobody, nobody)
  const env = { ...process.env, HOME: home, TMPDIR: home, ...environment }
  return isRoot ? { uid: nobody, gid: nobody, env, cwd: '/' } : { env }
}

/** The address in the lines that a web host prints. Fails when the process ends without one. */
export function readAddress(child: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    let printed = ''
    child.stdout?.on('data', (text) => {
      printed += text
      const address = /http:\/\/\S+(?=\n)/.exec(printed)?.[0]
      if (address !== undefined) resolve(address)
    })
    child.once('close', () => reject(new Error(`no address in: ${printed}`)))
  })
}
