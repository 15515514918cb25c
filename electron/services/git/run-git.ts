import { type ChildProcessWithoutNullStreams, spawn } from 'node:child_process'
import { stat } from 'node:fs/promises'
import { FailureError, fail } from '#shared/contract/failure'
import { systemCode } from '../files/system-failure'
import { findGit } from './find-git'
import { gitEnvironment } from './git-environment'

/** How one git command is run. */
export type GitOptions = {
  /** Text for standard input; without it standard input is closed. */
  readonly stdin?: string
  /** The command may take locks and change the repository. */
  readonly writes?: boolean
  readonly timeoutMs?: number
  /** More output than this ends the command with a failure. */
  readonly maxBytes?: number
  /** Exit codes that are answers, not failures. 0 always is. */
  readonly accept?: readonly number[]
}

/** What git answered. */
export type GitAnswer = {
  readonly exitCode: number
  readonly stdout: Buffer
  readonly stderr: Buffer
}

const defaultTimeoutMs = 30_000
const defaultMaxBytes = 64 * 1024 * 1024
const graceMs = 2_000

/** Settings that hold for every command, whatever the repository says. */
const settings = [
  ['protocol.ext.allow', 'never'],
  ['safe.bareRepository', 'explicit'],
  ['core.quotePath', 'false'],
  ['advice.detachedHead', 'false'],
  // Galley writes and reads messages as UTF-8.
  ['i18n.commitEncoding', 'UTF-8'],
  ['i18n.logOutputEncoding', 'UTF-8'],
].flatMap(([name, value]) => ['-c', `${name}=${value}`])

/**
 * Runs git in `folder`, without a shell, and gives its whole output. Pathspecs are taken literally. `git-missing` when there is no
 * git, `git-failed` with git's own words for any exit code that is not accepted, for a command that takes too long and for one that
 * says too much.
 */
export async function runGit(
  folder: string,
  args: readonly string[],
  options: GitOptions = {},
): Promise<GitAnswer> {
  const program = await findGit()
  if (program === null) throw gitMissing()
  const answer = await execute(program, folder, args, options)
  if (answer.exitCode !== 0 && !options.accept?.includes(answer.exitCode)) {
    throw gitFailed(`git ${args[0]} did not work.`, answer)
  }
  return answer
}

/** A `git-failed` failure with everything git wrote as its detail. */
export function gitFailed(message: string, answer: GitAnswer): FailureError {
  return new FailureError('git-failed', message, { detail: outputOf(answer) })
}

/** All that git wrote for people to read. */
export function outputOf({ stdout, stderr }: GitAnswer): string {
  return `${stdout.toString('utf8')}${stderr.toString('utf8')}`.trim()
}

function execute(
  program: string,
  folder: string,
  args: readonly string[],
  options: GitOptions,
): Promise<GitAnswer> {
  return new Promise((resolve, reject) => {
    const child = spawn(program, [...settings, ...args], {
      cwd: folder,
      env: gitEnvironment(options.writes ?? false),
      stdio: 'pipe',
      windowsHide: true,
      // A group of its own: a hook's children end with it, and Ctrl-C in a terminal does not tear a commit apart.
      detached: process.platform !== 'win32',
    })
    const stop = createStop(child, reject)
    const timer = setTimeout(
      () => stop(`git ${args[0]} took too long and was stopped.`),
      options.timeoutMs ?? defaultTimeoutMs,
    )
    const output = collect(child, options.maxBytes ?? defaultMaxBytes, () =>
      stop(`git ${args[0]} said more than can be shown.`),
    )
    let hasStarted = true
    child.on('error', (error) => {
      clearTimeout(timer)
      hasStarted = false
      explainSpawnError(error, folder).then(reject, reject)
    })
    child.on('close', (exitCode) => {
      clearTimeout(timer)
      // A program that could not be started is closed as well, without an answer.
      if (hasStarted) resolve({ exitCode: exitCode ?? -1, ...output() })
    })
    // A command that ends before it has read everything closes the pipe; its exit code says what happened.
    child.stdin.on('error', () => undefined)
    child.stdin.end(options.stdin ?? '')
  })
}

function collect(child: ChildProcessWithoutNullStreams, maxBytes: number, onTooMuch: () => void) {
  const stdout: Buffer[] = []
  const stderr: Buffer[] = []
  let sizeBytes = 0
  const into = (chunks: Buffer[]) => (chunk: Buffer) => {
    sizeBytes += chunk.length
    if (sizeBytes > maxBytes) onTooMuch()
    else chunks.push(chunk)
  }
  child.stdout.on('data', into(stdout))
  child.stderr.on('data', into(stderr))
  return () => ({ stdout: Buffer.concat(stdout), stderr: Buffer.concat(stderr) })
}

function createStop(child: ChildProcessWithoutNullStreams, reject: (error: unknown) => void) {
  return (message: string) => {
    reject(new FailureError('git-failed', message))
    signal(child, 'SIGTERM')
    const killer = setTimeout(() => signal(child, 'SIGKILL'), graceMs)
    child.once('close', () => clearTimeout(killer))
  }
}

function signal(child: ChildProcessWithoutNullStreams, name: NodeJS.Signals): void {
  if (child.pid === undefined) return
  if (process.platform === 'win32') {
    child.kill(name)
    return
  }
  try {
    process.kill(-child.pid, name)
  } catch (error) {
    // gone already
    if (systemCode(error) !== 'ESRCH') throw error
  }
}

async function explainSpawnError(error: Error, folder: string): Promise<unknown> {
  if (systemCode(error) !== 'ENOENT') return error
  // A missing working directory and a missing program are the same error to the system.
  try {
    await stat(folder)
  } catch {
    fail('not-found', `${folder} is not there any more.`)
  }
  return gitMissing()
}

function gitMissing(): FailureError {
  return new FailureError(
    'git-missing',
    'Git is not installed on this machine, or Galley cannot find it. Writing and saving work without it; install git to commit.',
  )
}
