import type { ParseArgsConfig } from 'node:util'

/** What a command got from the command line, options by name. */
export type Arguments = {
  readonly positionals: readonly string[]
  readonly options: Readonly<Record<string, string | boolean | undefined>>
}

/** One command of `galley`. */
export type Command = {
  readonly name: string
  /** The arguments as usage lines show them: `BLOG [--json]`. */
  readonly synopsis: string
  /** One line for the list of commands. */
  readonly summary: string
  /** What it does, prints and refuses, for `galley help COMMAND`. Lines of at most 80 characters. */
  readonly help: string
  readonly options: NonNullable<ParseArgsConfig['options']>
  /** Fewest and most positional arguments. */
  readonly arity: readonly [least: number, most: number]
  /**
   * Does it and gives the exit code, which is not 0 only when a process of ours has already said why. Throws `FailureError` to
   * refuse (exit code 1) and `Misuse` for arguments that make no sense (exit code 2).
   */
  run(given: Arguments): Promise<number>
}

/** The command line made no sense: the message and the usage go to standard error, the exit code is 2. */
export class Misuse extends Error {
  constructor(message: string) {
    super(message)
    this.name = 'Misuse'
  }
}

/** The positional argument at `index`, which the command's arity promises. */
export function positional(given: Arguments, index: number): string {
  const value = given.positionals[index]
  if (value === undefined) throw new Misuse('an argument is missing')
  return value
}
