import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import type { Page } from 'playwright'
import { repositoryFile } from '../helpers/repository-root'

/** A server in a process of its own, and the address that it printed. */
export type RunningHost = { readonly address: string; stop(): Promise<void> }

async function readAddress(child: ChildProcess): Promise<string> {
  let printed = ''
  for await (const text of child.stdout ?? []) {
    printed += text
    const address = /http:\/\/\S+(?=\s)/.exec(printed)?.[0]
    if (address !== undefined) return address
  }
  throw new Error(`no address in: ${printed}`)
}

async function startHost(given: readonly string[], environment: NodeJS.ProcessEnv): Promise<RunningHost> {
  const child = spawn(process.execPath, given, {
    stdio: ['ignore', 'pipe', 'inherit'],
    env: { ...process.env, ...environment },
  })
  const ended = once(child, 'exit')
  const address = await readAddress(child)
  return {
    address,
    async stop() {
      child.kill('SIGTERM')
      await ended
    },
  }
}

/** Starts `galley serve BLOG` with a data folder of its own. */
export function startGalley(blog: string, dataFolder: string): Promise<RunningHost> {
  return startHost([repositoryFile('dist/cli/galley.mjs'), 'serve', blog], { GALLEY_DATA: dataFolder })
}

/** Starts the bare server for the files of a folder. */
export function startBareServer(folder: string): Promise<RunningHost> {
  return startHost([repositoryFile('test/bench/bare/server.mjs'), folder], {})
}

/** Resolves when what is in the page now has been painted. */
export async function untilPainted(page: Page): Promise<void> {
  await page.evaluate(
    () =>
      new Promise<void>((resolve) => {
        // the first callback comes before a paint, the second after it
        requestAnimationFrame(() => requestAnimationFrame(() => resolve()))
      }),
  )
}

/** A character that no text of the benches has. */
const typed = '¤'

/** Waits for the caret to be in a CodeMirror, types, and waits until the typed character is there. */
export async function untilTypingWorks(page: Page): Promise<void> {
  await page.waitForFunction(() => document.activeElement?.classList.contains('cm-content') ?? false)
  await page.keyboard.type(typed)
  await page.waitForFunction(
    (character) => document.activeElement?.textContent?.includes(character) ?? false,
    typed,
  )
}
