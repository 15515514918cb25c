#!/usr/bin/env node
import { parseArgs } from 'node:util'
import { readProductVersion } from '#services/product-version'
import { FailureError } from '#shared/contract/failure'
import { type Arguments, type Command, Misuse } from './command'
import { fields } from './commands/fields'
import { list } from './commands/list'
import { open } from './commands/open'
import { render } from './commands/render'
import { serve } from './commands/serve'
import { set } from './commands/set'
import { site } from './commands/site'
import { alignColumns, endWhenReaderGoes, print, warn } from './output'
import { programFile } from './program'

const commands: readonly Command[] = [list, site, fields, render, set, serve, open]

const exitCodes = { refused: 1, misuse: 2 } as const

function usage(): string {
  return `Usage: galley COMMAND …

${alignColumns(commands.map(({ name, synopsis, summary }) => [`  galley ${name} ${synopsis}`, summary]))}
  galley COMMAND --help says more about one command.
  galley --version prints the version.

BLOG is the folder of a blog. Exit codes: 0 done, 1 refused with a message,
2 the command line makes no sense.
`
}

function usageOf({ name, synopsis }: Command): string {
  return `Usage: galley ${name} ${synopsis}`
}

function readArguments(command: Command, words: readonly string[]): Arguments {
  const options = { ...command.options, help: { type: 'boolean', short: 'h' } } as const
  try {
    const { positionals, values } = parseArgs({ args: [...words], options, allowPositionals: true })
    return { positionals, options: values as Arguments['options'] }
  } catch (error) {
    // parseArgs throws TypeErrors whose message names the option
    throw new Misuse(error instanceof Error ? error.message : String(error))
  }
}

async function runCommand(command: Command, words: readonly string[]): Promise<number> {
  const given = readArguments(command, words)
  if (given.options.help === true) {
    print(`${usageOf(command)}\n\n${command.help}\n`)
    return 0
  }
  const [least, most] = command.arity
  if (given.positionals.length < least) throw new Misuse('an argument is missing')
  if (given.positionals.length > most)
    throw new Misuse(`too many arguments: ${given.positionals.slice(most).join(' ')}`)
  return command.run(given)
}

function explainFailure(error: unknown): void {
  if (error instanceof FailureError) {
    warn(`galley: ${error.message}`)
    if (error.detail !== undefined) warn(error.detail.replace(/^/gm, '  '))
  } else {
    warn(
      `galley: something went wrong that should not have. Please report this:\n${error instanceof Error ? error.stack : String(error)}`,
    )
  }
}

/** Runs the command line and gives its exit code. */
async function main(words: readonly string[]): Promise<number> {
  const [name, ...rest] = words
  if (name === '--version') {
    print(`${await readProductVersion(programFile('.'))}\n`)
    return 0
  }
  if (name === '--help' || name === '-h' || (name === 'help' && rest.length === 0)) {
    print(usage())
    return 0
  }
  const isHelp = name === 'help'
  const command = commands.find((candidate) => candidate.name === (isHelp ? rest[0] : name))
  if (command === undefined) {
    if (name !== undefined) warn(`galley: there is no command ${isHelp ? rest[0] : name}`)
    warn(usage().trimEnd())
    return exitCodes.misuse
  }
  try {
    return await runCommand(command, isHelp ? ['--help'] : rest)
  } catch (error) {
    if (!(error instanceof Misuse)) {
      explainFailure(error)
      return exitCodes.refused
    }
    warn(`galley ${command.name}: ${error.message}\n${usageOf(command)}`)
    return exitCodes.misuse
  }
}

endWhenReaderGoes()
process.exitCode = await main(process.argv.slice(2))
