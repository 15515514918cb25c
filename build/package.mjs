import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { build } from './build.mjs'
import { install } from './install.mjs'
import { fetchElectron } from './machine/electron-runtime.mjs'
import { root } from './root.mjs'
import { runScript, say } from './run/script.mjs'

/**
 * Whether the command line names a distribution of Electron itself, so that none needs to be fetched.
 *
 * @param {readonly string[]} given
 */
function namesDistribution(given) {
  return given.some((word) => /^(?:-c|--config)\.electronDist\b/.test(word))
}

/**
 * @param {readonly string[]} given
 * @returns {Promise<number>}
 */
function runBuilder(given) {
  const builder = spawn(
    process.execPath,
    [
      join(root, 'node_modules/electron-builder/cli.js'),
      '--config',
      'build/packaging.yml',
      '--publish',
      'never',
      ...given,
    ],
    { cwd: root, stdio: 'inherit' },
  )
  return new Promise((resolve, reject) => {
    builder.once('error', reject)
    builder.once('exit', (code) => resolve(code ?? 1))
  })
}

/**
 * `npm run package [-- OPTIONS OF electron-builder]`: makes the program for this system in `out/`. Without options it is a folder
 * ready to run; `--linux`, `--mac` or `--win` make the installers, for which electron-builder downloads tools of its own.
 */
async function makePackage() {
  const given = process.argv.slice(2)
  await install()
  await build({ names: ['main', 'preload', 'renderer', 'sample-blog'] })
  if (!namesDistribution(given)) {
    const trouble = await fetchElectron()
    if (trouble !== null)
      throw new Error(
        `${trouble}\nWithout it there is nothing to put the program into, so no package was made.`,
      )
    given.push(`-c.electronDist=${join(root, 'node_modules/electron/dist')}`)
  }
  const choosesTarget = given.some((word) => /^(?:--(?:linux|mac|win|windows|dir|macos)|-[lmwo])$/.test(word))
  if (!choosesTarget)
    say('Packing a folder that is ready to run; see the options of electron-builder for installers.')
  process.exitCode = await runBuilder(choosesTarget ? given : ['--dir', ...given])
}

await runScript(makePackage)
