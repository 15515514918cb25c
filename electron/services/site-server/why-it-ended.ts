import { buildSign } from '#shared/site/serve/server-output'

/** What is known of a server that has ended by itself. */
export type Ended = {
  readonly code: number | null
  readonly error: Error | null
  /** Its site could be reached before. */
  readonly wasReady: boolean
  /** The port that it was given, null when it chose one itself. */
  readonly port: number | null
  readonly lines: readonly string[]
}

/** Why a server has ended, for the writer; its own words stand in the log below. */
export function whyItEnded({ code, error, wasReady, port, lines }: Ended): string {
  if (error !== null) return `The server could not be started: ${error.message}.`
  const last = lines.slice(-40)
  if (
    last.some((line) =>
      /address already in use|EADDRINUSE|port \d+ (?:is )?(?:already )?(?:in use|taken)/i.test(line),
    )
  )
    return `Another program uses the port${port === null ? ' that the server wants. Stop that program, or name another port in the command.' : '. Start the server once more.'}`
  if (
    last.some((line) =>
      /could not find (?:a )?(?:gem|command)|bundler: command not found|bundle install|npm err! missing script|cannot find module|could not determine executable/i.test(
        line,
      ),
    )
  )
    return 'Something that the site needs is not installed. The server’s words below say what; install it in a terminal, then try again.'
  const what = wasReady
    ? 'The server has ended by itself'
    : 'The server ended before the site could be reached'
  // a program that explains its options does so below what was wrong
  const why = (wasReady ? last : lines).find((line) => buildSign(line) === 'failed')
  if (why !== undefined) return `${what}. It said: ${why.trim().slice(0, 300)}`
  return `${what}${code === null ? '' : ` (exit code ${code})`}. ${last.some((line) => line !== '') ? 'Its last words are below.' : 'It said nothing.'}`
}
