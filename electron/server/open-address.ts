import { spawn } from 'node:child_process'
import { FailureError } from '#shared/contract/failure'

function openerOf(platform: NodeJS.Platform): readonly [program: string, ...first: string[]] {
  if (platform === 'darwin') return ['open']
  // start is a word of the shell, and the shell would read the address
  if (platform === 'win32') return ['rundll32', 'url.dll,FileProtocolHandler']
  return ['xdg-open']
}

/**
 * Opens a web or mail address with the system's own program, without a shell in between. `address` must have been checked. Fails
 * with `unsupported` when the system has no such program, as on a machine without a display.
 */
export async function openAddress(
  address: string,
  platform: NodeJS.Platform = process.platform,
): Promise<void> {
  const [program, ...first] = openerOf(platform)
  await new Promise<void>((resolve, reject) => {
    const child = spawn(program, [...first, address], { stdio: 'ignore', detached: true })
    child.once('spawn', () => {
      child.unref()
      resolve()
    })
    child.once('error', (cause) =>
      reject(
        new FailureError(
          'unsupported',
          `The machine that Galley runs on has no browser of its own. Open the address yourself: ${address}`,
          { cause },
        ),
      ),
    )
  })
}
