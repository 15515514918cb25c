import { type FailureCode, FailureError } from '#shared/contract/failure'

type Explanation = readonly [code: FailureCode, message: (what: string) => string]

const explanations: Readonly<Record<string, Explanation>> = {
  ENOENT: ['not-found', (what) => `${what} is not there (any more).`],
  ENOTDIR: ['not-found', (what) => `${what} is not there: a part of its path is a file.`],
  ELOOP: ['not-found', (what) => `${what} cannot be reached: its links lead in a circle.`],
  ENAMETOOLONG: ['not-found', (what) => `${what} has a name longer than this system allows.`],
  EACCES: [
    'permission-denied',
    (what) => `The system does not let Galley use ${what}. Check its permissions.`,
  ],
  EPERM: [
    'permission-denied',
    (what) => `The system does not let Galley use ${what}. Check its permissions.`,
  ],
  EBUSY: ['permission-denied', (what) => `Another program holds ${what}. Close it there and try again.`],
  ENOSPC: ['disk-full', (what) => `No space is left for ${what}. Free some space and try again.`],
  EDQUOT: [
    'disk-full',
    (what) => `Your disk quota leaves no space for ${what}. Free some space and try again.`,
  ],
  EROFS: ['read-only', (what) => `${what} lies on a disk that cannot be written to.`],
  ENXIO: ['refused', (what) => `${what} is no ordinary file, so Galley does not open it.`],
  EISDIR: ['refused', (what) => `${what} is a folder, not a file.`],
  EFBIG: ['too-large', (what) => `${what} is larger than this disk allows.`],
}

/** The system's name for what went wrong (`ENOENT`, …), or null when `error` is not a system error. */
export function systemCode(error: unknown): string | null {
  if (!(error instanceof Error) || !('code' in error)) return null
  return typeof error.code === 'string' ? error.code : null
}

/**
 * A system error in the writer's words. `what` names the file or folder as the writer knows it, ready to begin a
 * sentence (a path stays as it is). Anything that is not a system
 * error with a known meaning comes back as it is.
 */
export function explainSystemError(error: unknown, what: string): unknown {
  const explanation = explanations[systemCode(error) ?? '']
  if (explanation === undefined) return error
  const [code, message] = explanation
  return new FailureError(code, message(what), { cause: error })
}

/** `task`, its system errors in the writer's words. */
export async function explained<Value>(what: string, task: () => Promise<Value>): Promise<Value> {
  try {
    return await task()
  } catch (error) {
    throw explainSystemError(error, what)
  }
}
