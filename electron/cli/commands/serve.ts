import { resolve } from 'node:path'
import { checkFolder } from '../check-folder'
import { type Arguments, type Command, Misuse } from '../command'
import { startWebHost, untilEnded } from '../hosts/web-host'

const highestPort = 65_535

/** The port that `--port` names, null without it. Port 0 is "any free one", as everywhere. */
export function readPort(given: Arguments): number | null {
  const { port } = given.options
  if (typeof port !== 'string') return null
  const number = Number(port)
  if (!/^\d+$/.test(port) || number > highestPort)
    throw new Misuse(`--port takes a number from 0 to ${highestPort}, not ${port}`)
  return number
}

async function run(given: Arguments): Promise<number> {
  const port = readPort(given)
  const folder = given.positionals[0] === undefined ? null : resolve(given.positionals[0])
  if (folder !== null) checkFolder(folder)
  return untilEnded(startWebHost({ folder, port }, 'inherit'))
}

/** `galley serve [BLOG] [--port N]`: the editor in a browser. */
export const serve: Command = {
  name: 'serve',
  synopsis: '[BLOG] [--port N]',
  summary: 'Serve the editor to a browser on this machine',
  help: `Starts the editor for a browser on this machine and prints its address, which
holds a key: whoever has the whole address can edit. Only this machine can
reach it. Ctrl-C ends it.

  --port N   Listen on port N instead of any free one.`,
  options: { port: { type: 'string' } },
  arity: [0, 1],
  run,
}
