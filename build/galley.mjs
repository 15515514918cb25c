import { build } from './build.mjs'
import { install } from './install.mjs'
import { runCommandLine } from './run/command-line.mjs'
import { runScript } from './run/script.mjs'

/** `npm run -s galley -- …`: the command line of this working copy, installed and built first if need be. */
await runScript(async () => {
  await install()
  await build()
  process.exitCode = await runCommandLine('galley.mjs', process.argv.slice(2))
})
