import { type ChildProcess, spawn } from 'node:child_process'
import { createInterface } from 'node:readline'
import { repositoryFile } from './repository-root'

/** A web host in a process of its own. */
export type LaunchedServer = {
  /** What it printed: the address to open, with its token. */
  readonly address: string
  readonly process: ChildProcess
  /** Everything on its standard error so far. */
  readonly errors: () => string
  /** Interrupts it and gives its exit code. */
  close(): Promise<number | null>
}

/** How to start it. `args` is its command line. */
export type ServerLaunch = {
  readonly args?: readonly string[]
  /** Added to this process's own environment. */
  readonly env?: Readonly<Record<string, string>>
}

/** Starts the built web host and waits for its address. Rejects with what it said when it ends without one. */
export async function launchServer({ args = [], env = {} }: ServerLaunch): Promise<LaunchedServer> {
  const child = spawn(process.execPath, [repositoryFile('dist/server/server.mjs'), ...args], {
    env: { ...process.env, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let errors = ''
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    errors += text
  })
  // a test that was broken off leaves nothing running
  const endWithTests = () => child.kill()
  process.once('exit', endWithTests)
  const ended = new Promise<number | null>((resolve) => {
    child.once('exit', (code) => {
      process.off('exit', endWithTests)
      resolve(code)
    })
  })
  const address = await new Promise<string>((resolve, reject) => {
    createInterface({ input: child.stdout }).once('line', (line) => {
      const [found] = /http:\S+/.exec(line) ?? []
      if (found === undefined) reject(new Error(`The web host printed ${line}`))
      else resolve(found)
    })
    ended.then((code) => reject(new Error(`The web host ended with ${code}: ${errors}`)))
  })
  return {
    address,
    process: child,
    errors: () => errors,
    close() {
      child.kill('SIGINT')
      return ended
    },
  }
}
