import { type ChildProcess, spawn } from 'node:child_process'
import { join } from 'node:path'
import { build } from 'esbuild'
import { onTestFinished } from 'vitest'
import { repositoryFile } from './repository-root'
import { createTemporaryFolder } from './temporary-folder'

/** A process of its own that has started a server as Galley does, for tests of what is left when it is killed. */
export async function runningProcess(folder: string, command: readonly string[]): Promise<ChildProcess> {
  const file = join(await createTemporaryFolder(), 'host.mjs')
  const [program, ...words] = command
  const options = JSON.stringify({ program, words, folder })
  await build({
    stdin: {
      contents: `import { startServingProcess } from './electron/services/site-server/serving-process'
        startServingProcess({ ...${options}, environment: process.env, onLine() {}, onExit() {} })
        setInterval(() => {}, 1000)`,
      resolveDir: repositoryFile('.'),
      loader: 'ts',
    },
    tsconfig: repositoryFile('electron/services/tsconfig.json'),
    bundle: true,
    platform: 'node',
    format: 'esm',
    banner: {
      js: 'import { createRequire } from "node:module"; const require = createRequire(import.meta.url);',
    },
    outfile: file,
    logLevel: 'error',
  })
  const child = spawn(process.execPath, [file], { stdio: 'ignore' })
  onTestFinished(() => void child.kill('SIGKILL'))
  return child
}
