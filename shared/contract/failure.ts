/**
 * Everything that can go wrong across the contract, as a closed set: callers match these codes, people read the message. A new code
 * is added here and nowhere else.
 */
export const failureCodes = [
  'invalid-request', // a malformed message or parameters outside the schema
  'not-found', // the folder or file is not there (any more)
  'not-a-folder', // a file was given where a folder is needed
  'permission-denied', // the system does not let us read or write there
  'outside-blog', // the path leaves the blog's folder, also through a link
  'not-text', // not valid UTF-8 (or holds NUL): shown read-only, its bytes kept
  'too-large', // larger than Galley opens
  'conflict', // changed on disk since it was opened; nothing was written
  'disk-full', // no space left; the old file is intact
  'read-only', // the file system or the file does not take writes
  'refused', // a change would touch more than what was asked for
  'git-missing', // no git on this machine
  'git-failed', // git answered with an error; `detail` holds its words
  'not-a-repository', // the folder is in no git working copy
  'bare-repository', // a repository without a working copy
  'untrusted', // the repository's own settings would run programs; trust is needed first
  'locked', // another git process holds the index
  'identity-missing', // git knows no author name or address
  'nothing-to-commit', // the named paths have no changes
  'hook-failed', // a hook refused the commit; `detail` holds its whole output
  'unsupported', // this host cannot do that (a native folder dialog in a browser)
  'disconnected', // the host is gone
  'internal', // a fault of ours; logged
] as const

/** See `failureCodes`. */
export type FailureCode = (typeof failureCodes)[number]

/** What a caller gets when a call failed. `message` is for the writer, in full sentences; `detail` is folded away (a command's own output). */
export type Failure = {
  readonly code: FailureCode
  readonly message: string
  readonly detail?: string | undefined
}

/** A `Failure` as a throw: services throw it, the router turns it into a reply, the client throws it again. */
export class FailureError extends Error {
  readonly code: FailureCode
  readonly detail: string | undefined

  constructor(
    code: FailureCode,
    message: string,
    options: { detail?: string | undefined; cause?: unknown } = {},
  ) {
    super(message, { cause: options.cause })
    this.name = 'FailureError'
    this.code = code
    this.detail = options.detail
  }

  /** The same as plain data, for the wire. */
  toFailure(): Failure {
    return {
      code: this.code,
      message: this.message,
      ...(this.detail === undefined ? {} : { detail: this.detail }),
    }
  }
}

/** Ends the current call with a typed failure. */
export function fail(code: FailureCode, message: string, detail?: string): never {
  throw new FailureError(code, message, { detail })
}
