import { type ChildProcess, spawn } from 'node:child_process'
import { createInterface } from 'node:readline'
import { programFile } from '../program'

/** Where the web host listens and what it shows at first; `port` null takes any free one. */
export type WebHostOptions = { readonly folder: string | null; readonly port: number | null }

function serverArguments({ folder, port }: WebHostOptions): readonly string[] {
  return [...(port === null ? [] : ['--port', String(port)]), ...(folder === null ? [] : [folder])]
}

/** Starts the web host as a process of its own, its error output with ours. */
export function startWebHost(options: WebHostOptions, output: 'inherit' | 'pipe'): ChildProcess {
  return spawn(process.execPath, [programFile('dist/server/server.mjs'), ...serverArguments(options)], {
    stdio: ['ignore', output, 'inherit'],
  })
}

/**
 * The address that the web host prints, with the token in its fragment; null when it ends without one. Everything that it prints
 * is passed on.
 */
export function readAddress(host: ChildProcess): Promise<string | null> {
  return new Promise((resolve) => {
    if (host.stdout === null) return resolve(null)
    const lines = createInterface({ input: host.stdout })
    lines.on('line', (line) => {
      process.stdout.write(`${line}\n`)
      const address = /https?:\/\/\S+/.exec(line)?.[0]
      if (address !== undefined) resolve(address)
    })
    lines.on('close', () => resolve(null))
  })
}

const endingSignals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const

/**
 * Whether a signal that we got is to be passed on to a child. Ctrl-C in a terminal has reached the child already, and a second one
 * would end an application in the middle of tidying up; on Windows passing it on would end the child at once.
 */
export function isPassedOn(signal: NodeJS.Signals, platform: NodeJS.Platform, hasTerminal: boolean): boolean {
  return signal !== 'SIGINT' || (platform !== 'win32' && !hasTerminal)
}

function hasTerminal(): boolean {
  return [process.stdin, process.stdout, process.stderr].some((stream) => stream.isTTY)
}

/**
 * Waits until a child ends and gives its exit code. Signals that have not reached it by the terminal are passed on;
 * being ended by such a signal counts as done (0).
 */
export function untilEnded(child: ChildProcess): Promise<number> {
  return new Promise((resolve, reject) => {
    let isEnding = false
    const end = (signal: NodeJS.Signals) => {
      isEnding = true
      if (isPassedOn(signal, process.platform, hasTerminal())) child.kill(signal)
    }
    for (const signal of endingSignals) process.on(signal, end)
    child.once('error', reject)
    child.once('exit', (code) => {
      for (const signal of endingSignals) process.off(signal, end)
      resolve(code ?? (isEnding ? 0 : 1))
    })
  })
}
