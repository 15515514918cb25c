import { resolve } from 'node:path'
import { fail } from '#shared/contract/failure'
import { findProgram, isProgram } from '../programs/find-program'

/** How to get a program that is not there. */
const advice: Readonly<Record<string, string>> = {
  hugo: 'Install Hugo (gohugo.io/installation), then try again.',
  jekyll: 'Install Ruby and Jekyll (jekyllrb.com/docs/installation), then try again.',
  bundle:
    'The blog has a Gemfile.lock: install Ruby and Bundler (gem install bundler), run bundle install, then try again.',
  npm: 'Install Node.js (nodejs.org), then try again.',
  npx: 'Install Node.js (nodejs.org), then try again.',
  pnpm: 'The blog uses pnpm: install it (pnpm.io/installation), then try again.',
  yarn: 'The blog uses Yarn: install it (yarnpkg.com), then try again.',
  bun: 'The blog uses Bun: install it (bun.sh), then try again.',
  pelican: 'Install Pelican (pip install "pelican[markdown]"), then try again.',
  zola: 'Install Zola (getzola.org), then try again.',
}

/**
 * The absolute path of the program that a command names: by its name alone it is one of the system's, with a slash in it one that the
 * writer keeps in `folder` or elsewhere. `not-found` with what to do.
 */
export async function findServingProgram(
  name: string,
  folder: string,
  environment: NodeJS.ProcessEnv,
): Promise<string> {
  if (/[\\/]/.test(name)) {
    const file = resolve(folder, name)
    if (await isProgram(file)) return file
    return fail(
      'not-found',
      `${name} is not a program that can be started. Check its name, and that it is executable.`,
    )
  }
  const found = await findProgram(name, environment)
  return (
    found ??
    fail(
      'not-found',
      `The program ${name} was not found on this machine. ${advice[name] ?? 'Install it, then try again.'}`,
    )
  )
}
