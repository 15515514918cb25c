import { constants } from 'node:fs'
import { access, stat } from 'node:fs/promises'
import { posix, win32 } from 'node:path'
import { systemCode } from '../files/system-failure'

const found = new Map<string, string>()

/**
 * The absolute path of the git that `PATH` names, null without one. Started by its name alone, a program of a blog's own folder could
 * be taken for it: Windows looks into the working directory first, and `PATH` may name folders relative to it. What was found is
 * remembered for each `PATH`, and looked for anew once it is gone; nothing found is not remembered, so that installing git needs no restart.
 */
export async function findGit(environment: NodeJS.ProcessEnv = process.env): Promise<string | null> {
  const candidates = gitCandidates(environment, process.platform)
  const key = candidates.join('\n')
  const known = found.get(key)
  if (known !== undefined && (await isProgram(known))) return known
  for (const candidate of candidates) {
    if (!(await isProgram(candidate))) continue
    found.set(key, candidate)
    return candidate
  }
  return null
}

/**
 * Where git may lie, in the order of `PATH`: its absolute folders alone. On Windows with the endings of `PATHEXT`, of which only `.com`
 * and `.exe` start without a shell.
 */
export function gitCandidates(environment: NodeJS.ProcessEnv, platform: NodeJS.Platform): readonly string[] {
  if (platform !== 'win32') {
    const folders = (environment.PATH ?? '').split(':').filter((folder) => posix.isAbsolute(folder))
    return folders.map((folder) => posix.join(folder, 'git'))
  }
  const folders = (variable(environment, 'PATH') ?? '')
    .split(';')
    .map((folder) => folder.replaceAll('"', ''))
    // `\folder` lies on whichever drive is the current one.
    .filter((folder) => /^(?:[a-z]:[\\/]|\\\\)/i.test(folder))
  const endings = (variable(environment, 'PATHEXT') ?? '.COM;.EXE')
    .toLowerCase()
    .split(';')
    .filter((ending) => ending === '.com' || ending === '.exe')
  return folders.flatMap((folder) => endings.map((ending) => win32.join(folder, `git${ending}`)))
}

/** Windows does not tell capitals in a variable's name apart. */
function variable(environment: NodeJS.ProcessEnv, name: string): string | undefined {
  return Object.entries(environment).find(([key]) => key.toUpperCase() === name)?.[1]
}

async function isProgram(file: string): Promise<boolean> {
  try {
    await access(file, constants.X_OK)
    return (await stat(file)).isFile()
  } catch (error) {
    // The next folder may have it, as for the system's own search.
    if (systemCode(error) !== null) return false
    throw error
  }
}
