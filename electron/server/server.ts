import { homedir } from 'node:os'
import { join, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { readProductVersion } from '#services/product-version'
import { userDataFolder } from '#services/user-data-folder'
import { createServerPorts, logToStandardError } from './ports'
import { startServer } from './start-server'

const usage = 'Usage: node server.mjs [FOLDER] [--port N]'

/** The folder to open and the port, from the command line; a sentence when they cannot be read. */
function readArguments(): { readonly folder: string | null; readonly port: number } | string {
  try {
    const { values, positionals } = parseArgs({
      options: { port: { type: 'string', default: '0' } },
      allowPositionals: true,
    })
    const port = Number(values.port)
    if (!/^\d+$/.test(values.port) || port > 65_535) return `--port takes a number up to 65535. ${usage}`
    if (positionals.length > 1) return `Only one folder can be opened. ${usage}`
    const [folder] = positionals
    return { folder: folder === undefined ? null : resolve(folder), port }
  } catch (error) {
    return `${error instanceof Error ? error.message : String(error)} ${usage}`
  }
}

/**
 * Starts the web host, prints its address on standard output (one line, nothing else) and runs until it is interrupted; then it
 * lets running calls end and exits with 0. Exit code 2: the command line makes no sense; 1: it could not start.
 */
async function main(): Promise<void> {
  const options = readArguments()
  if (typeof options === 'string') {
    process.stderr.write(`${options}\n`)
    process.exitCode = 2
    return
  }
  const distFolder = join(import.meta.dirname, '..')
  const homeFolder = homedir()
  const server = await startServer({
    port: options.port,
    openFolder: options.folder,
    rendererFolder: join(distFolder, 'renderer'),
    ports: createServerPorts({
      version: await readProductVersion(join(distFolder, '..')),
      userDataFolder: userDataFolder(process.env, process.platform, homeFolder),
      homeFolder,
      sampleBlogFolder: join(distFolder, 'sample-blog'),
      log: logToStandardError,
    }),
  })
  let isEnding = false
  const end = async () => {
    if (isEnding) return
    isEnding = true
    await server.close()
    process.exit(0)
  }
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
    // the handlers stay: without them a second signal would end the process in the middle of a save
    process.on(signal, end)
  }
  process.stdout.write(`Galley is at ${server.address}\n`)
}

try {
  await main()
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`)
  process.exitCode = 1
}
