import { type ChildProcess, type SpawnOptions, spawn } from 'node:child_process'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { fail } from '#shared/contract/failure'
import { systemCode } from '../files/system-failure'

/** What to start, nothing left open: the program by its absolute path, real arguments, the environment whole. */
export type ServingProcessOptions = {
  readonly program: string
  readonly words: readonly string[]
  readonly folder: string
  readonly environment: NodeJS.ProcessEnv
  /** Gets each line of both outputs, without its line break. */
  readonly onLine: (line: string) => void
  /** Called once, when the program itself has ended. `code` is null for a signal, and for one that could not be started. */
  readonly onExit: (exit: { readonly code: number | null; readonly error: Error | null }) => void
}

/** A program that runs with everything that it starts in a group of its own. */
export type ServingProcess = {
  readonly pid: number | undefined
  /** Ends the whole group: asks, waits, then kills. Settles when it is gone. */
  stop(): Promise<void>
}

/** The program itself is given this long to end, then what it has started this long. */
const graceMs = 3000
const restMs = 200
const pollMs = 25
const maxLineLength = 2000

/**
 * Starts the program given as its arguments and ends with it. Its third descriptor is a pipe that Galley holds: when Galley is gone, in
 * whatever way, the pipe ends and the whole group is killed. The arguments are handed on as they are; the shell reads none of them.
 */
const supervisor = `
trap : TERM INT HUP
"$@" <&3 3<&- & server=$!
{ read -r line <&3; kill -s KILL 0; } & watch=$!
wait "$server"; code=$?
while kill -s 0 "$server" 2>/dev/null; do wait "$server"; code=$?; done
kill -s KILL "$watch" 2>/dev/null
wait "$watch" 2>/dev/null
exit "$code"`

/** Starts a program without a terminal. What it prints comes by lines; a line is cut at 2,000 characters. */
export function startServingProcess(options: ServingProcessOptions): ServingProcess {
  const child = process.platform === 'win32' ? spawnOnWindows(options) : spawnInGroup(options)
  let hasEnded = false
  const end = (code: number | null, error: Error | null): void => {
    if (hasEnded) return
    hasEnded = true
    options.onExit({ code, error })
  }
  child.once('error', (error) => end(null, error))
  child.once('exit', (code) => end(code, null))
  for (const stream of [child.stdout, child.stderr]) if (stream !== null) readLines(stream, options.onLine)
  return {
    pid: child.pid,
    async stop() {
      const { pid } = child
      if (pid === undefined) return
      await (process.platform === 'win32' ? stopOnWindows(pid) : stopGroup(pid, () => hasEnded))
    },
  }
}

function spawnInGroup({ program, words, folder, environment }: ServingProcessOptions): ChildProcess {
  return spawn('/bin/sh', ['-c', supervisor, 'galley', program, ...words], {
    cwd: folder,
    env: environment,
    stdio: ['ignore', 'pipe', 'pipe', 'pipe'],
    detached: true,
  })
}

function spawnOnWindows({ program, words, folder, environment }: ServingProcessOptions): ChildProcess {
  const common: SpawnOptions = {
    cwd: folder,
    env: environment,
    stdio: ['ignore', 'pipe', 'pipe'],
    windowsHide: true,
  }
  if (!/\.(?:cmd|bat)$/i.test(program)) return spawn(program, words, common)
  // a batch file is read by the shell, and with it the arguments: only harmless ones are handed on
  if (![program, ...words].every((word) => /^[\w\s@.,:=+/\\()-]+$/.test(word)))
    fail('refused', 'The command holds signs that Windows would read as something else.')
  const line = [program, ...words].map((word) => `"${word}"`).join(' ')
  return spawn(join(systemFolder(), 'cmd.exe'), ['/d', '/s', '/c', `"${line}"`], {
    ...common,
    windowsVerbatimArguments: true,
  })
}

function systemFolder(): string {
  return join(process.env.SystemRoot ?? 'C:\\Windows', 'System32')
}

async function stopOnWindows(pid: number): Promise<void> {
  await new Promise<void>((resolve) => {
    const killer = spawn(join(systemFolder(), 'taskkill.exe'), ['/pid', String(pid), '/t', '/f'])
    killer.once('error', () => resolve())
    killer.once('exit', () => resolve())
  })
}

async function stopGroup(pid: number, hasEnded: () => boolean): Promise<void> {
  if (!signalGroup(pid, 'SIGTERM')) return
  await isWithin(graceMs, hasEnded)
  const isGone = (): boolean => !signalGroup(pid, 0)
  if (await isWithin(restMs, isGone)) return
  signalGroup(pid, 'SIGKILL')
  // ended processes that nobody has taken notice of yet still count as the group's: they are not waited for
  await isWithin(restMs, () => hasEnded() && isGone())
}

async function isWithin(limitMs: number, condition: () => boolean): Promise<boolean> {
  for (let waitedMs = 0; waitedMs < limitMs; waitedMs += pollMs) {
    if (condition()) return true
    await sleep(pollMs)
  }
  return condition()
}

/** Whether the group was there. */
function signalGroup(pid: number, signal: NodeJS.Signals | 0): boolean {
  try {
    process.kill(-pid, signal)
    return true
  } catch (error) {
    // EPERM: macOS says so of a group that holds ended processes alone
    if (systemCode(error) === 'ESRCH' || systemCode(error) === 'EPERM') return false
    throw error
  }
}

function readLines(stream: NodeJS.ReadableStream, onLine: (line: string) => void): void {
  let rest = ''
  const tell = (line: string): void => onLine(line.slice(0, maxLineLength))
  stream.setEncoding('utf8')
  stream.on('data', (text: string) => {
    const lines = (rest + text).split(/\r?\n|\r(?!$)/)
    rest = lines.pop() ?? ''
    // a program that never ends its line must not fill the memory
    if (rest.length > maxLineLength) {
      lines.push(rest)
      rest = ''
    }
    lines.forEach(tell)
  })
  stream.on('end', () => {
    if (rest !== '') tell(rest)
  })
  stream.on('error', () => undefined)
}
