import { type ChildProcess, spawn } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { programFile } from '../program'

/** Electron's program, null when its runtime is not on this machine. Never fetches it. */
export function findElectron(): string | null {
  const pathFile = programFile('node_modules/electron/path.txt')
  if (!existsSync(pathFile)) return null
  const program = programFile(`node_modules/electron/dist/${readFileSync(pathFile, 'utf8')}`)
  return existsSync(program) ? program : null
}

/** Starts the desktop application, its output with ours. */
export function startElectron(program: string, folder: string | null): ChildProcess {
  return spawn(program, [programFile('.'), ...(folder === null ? [] : [folder])], { stdio: 'inherit' })
}
