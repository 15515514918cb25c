import { parseArgs } from 'node:util'
import { build } from './build.mjs'
import { install } from './install.mjs'
import { fetchElectron } from './machine/electron-runtime.mjs'
import { runCommandLine } from './run/command-line.mjs'
import { runScript, say } from './run/script.mjs'

const usage = 'Usage: npm start [-- FOLDER] [--web] [--no-open]'

function readArguments() {
  try {
    return parseArgs({
      options: { web: { type: 'boolean' }, 'no-open': { type: 'boolean' }, help: { type: 'boolean' } },
      allowPositionals: true,
    })
  } catch (error) {
    say(`${error instanceof Error ? error.message : error}\n${usage}`)
    return null
  }
}

function canShowElectron() {
  if (process.platform !== 'linux') return true
  return Boolean(process.env.DISPLAY || process.env.WAYLAND_DISPLAY) && process.getuid?.() !== 0
}

/** `npm start [-- FOLDER]`: installs and builds what is needed and opens Galley. Ctrl-C ends it with exit code 0. */
async function start() {
  const given = readArguments()
  if (given === null) {
    process.exitCode = 2
    return
  }
  if (given.values.help) return say(usage)
  const endAtOnce = () => process.exit(0)
  process.once('SIGINT', endAtOnce)
  await install()
  await build()
  const wantsElectron = given.values.web !== true && canShowElectron()
  const trouble = wantsElectron ? await fetchElectron() : null
  if (trouble !== null) say(trouble)
  process.off('SIGINT', endAtOnce)
  process.exitCode = await runCommandLine('start.mjs', ['open', ...process.argv.slice(2)])
}

await runScript(start)
