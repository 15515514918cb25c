import { constants } from 'node:fs'
import { access, stat } from 'node:fs/promises'
import { posix, win32 } from 'node:path'
import { systemCode } from '../files/system-failure'

/** Programs that Windows starts without a shell, and those of its shell. */
const windowsEndings = { plain: ['.com', '.exe'], shell: ['.com', '.exe', '.cmd', '.bat'] } as const

/**
 * The absolute path of the program that `PATH` names, null without one. Only absolute folders of `PATH` count: a program of a blog's own
 * folder is never taken for one of the system's.
 */
export async function findProgram(
  name: string,
  environment: NodeJS.ProcessEnv = process.env,
): Promise<string | null> {
  for (const candidate of programCandidates(name, environment, process.platform, 'shell')) {
    if (await isProgram(candidate)) return candidate
  }
  return null
}

/**
 * Where a program may lie, in the order of `PATH`: its absolute folders alone. On Windows with the endings of `PATHEXT`, of which
 * `plain` takes only those that start without a shell.
 */
export function programCandidates(
  name: string,
  environment: NodeJS.ProcessEnv,
  platform: NodeJS.Platform,
  kind: keyof typeof windowsEndings,
): readonly string[] {
  if (platform !== 'win32') {
    const folders = (environment.PATH ?? '').split(':').filter((folder) => posix.isAbsolute(folder))
    return folders.map((folder) => posix.join(folder, name))
  }
  const allowed: readonly string[] = windowsEndings[kind]
  const folders = (variable(environment, 'PATH') ?? '')
    .split(';')
    .map((folder) => folder.replaceAll('"', ''))
    // `\folder` lies on whichever drive is the current one.
    .filter((folder) => /^(?:[a-z]:[\\/]|\\\\)/i.test(folder))
  const endings = (variable(environment, 'PATHEXT') ?? '.COM;.EXE')
    .toLowerCase()
    .split(';')
    .filter((ending) => allowed.includes(ending))
  return folders.flatMap((folder) => endings.map((ending) => win32.join(folder, `${name}${ending}`)))
}

/** Windows does not tell capitals in a variable's name apart. */
function variable(environment: NodeJS.ProcessEnv, name: string): string | undefined {
  return Object.entries(environment).find(([key]) => key.toUpperCase() === name)?.[1]
}

/** Whether `file` is one that this user may start. */
export async function isProgram(file: string): Promise<boolean> {
  try {
    await access(file, constants.X_OK)
    return (await stat(file)).isFile()
  } catch (error) {
    // The next folder may have it, as for the system's own search.
    if (systemCode(error) !== null) return false
    throw error
  }
}
