import { existsSync, readFileSync } from 'node:fs'
import { _electron, type ElectronApplication, type Page } from 'playwright'
import { launchStandIn } from './chromium-stand-in/launch'
import { repositoryFile } from './repository-root'

/** How to start the Electron host. `main` is the bundle of its main process. */
export type ElectronLaunch = {
  readonly main: string
  /** What follows on the command line: the folder to open. */
  readonly args?: readonly string[]
  /** Added to this process's own environment. */
  readonly env?: Readonly<Record<string, string>>
}

/** A running Electron host: the members of Playwright's `ElectronApplication` that the tests use. */
export type LaunchedElectron = {
  firstWindow(): Promise<Page>
  windows(): Page[]
  /** Runs a function in the main process; it gets Electron's modules and `value`, and must be self-contained. */
  evaluate<Result, Value = undefined>(
    run: (electron: typeof Electron.CrossProcessExports, value: Value) => Result | Promise<Result>,
    value?: Value,
  ): Promise<Result>
  /** Quits as the writer would; resolves when the process has ended. */
  close(): Promise<void>
  process(): ReturnType<ElectronApplication['process']>
}

/** Electron's program beside its package, null when its runtime was never fetched. */
function electronProgram(): string | null {
  const pathFile = repositoryFile('node_modules/electron/path.txt')
  if (!existsSync(pathFile)) return null
  const program = repositoryFile(`node_modules/electron/dist/${readFileSync(pathFile, 'utf8')}`)
  return existsSync(program) ? program : null
}

/** Whether the tests run on Electron itself: its runtime is there, or `REAL_ELECTRON=1` insists on it. */
export function usesRealElectron(): boolean {
  const isHere = electronProgram() !== null
  if (process.env.REAL_ELECTRON === '1' && !isHere)
    throw new Error(
      'REAL_ELECTRON=1, but Electron’s runtime is not there: run node node_modules/electron/install.js',
    )
  return isHere
}

/** Starts the Electron host: on Electron where its runtime is, else on the Chromium stand-in. */
export async function launchElectron({
  main,
  args = [],
  env = {},
}: ElectronLaunch): Promise<LaunchedElectron> {
  const executablePath = usesRealElectron() ? electronProgram() : null
  if (executablePath === null) return launchStandIn({ main, args, env })
  const withoutSandbox = process.getuid?.() === 0 ? ['--no-sandbox'] : []
  return (await _electron.launch({
    executablePath,
    args: [...withoutSandbox, main, ...args],
    env: { ...(process.env as Record<string, string>), ...env },
  })) as unknown as LaunchedElectron
}
