import { isProgram, programCandidates } from '../programs/find-program'

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

/** Where git may lie: see `programCandidates`. On Windows only as a program that starts without a shell. */
export function gitCandidates(environment: NodeJS.ProcessEnv, platform: NodeJS.Platform): readonly string[] {
  return programCandidates('git', environment, platform, 'plain')
}
