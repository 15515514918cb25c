import { Identity } from '#shared/contract/git'
import { runGit } from './run-git'

/** Makes git ask rather than guess an address from the machine's name. */
export const noGuessedIdentity = ['-c', 'user.useConfigOnly=true'] as const

/**
 * The author that git would name in a commit, when it knows both author and committer. Otherwise what the writer's settings say of a
 * name and an address, never both; null when they say neither.
 */
export async function readIdentity(folder: string): Promise<Partial<Identity> | null> {
  const [author, committer] = await Promise.all([
    askFor(folder, 'GIT_AUTHOR_IDENT'),
    askFor(folder, 'GIT_COMMITTER_IDENT'),
  ])
  return author === null || committer === null ? readHalf(folder) : soundParts(author.name, author.email)
}

/** `Name <address> seconds zone`, as `git var` puts it; null when git would refuse the commit for it. */
async function askFor(folder: string, variable: 'GIT_AUTHOR_IDENT' | 'GIT_COMMITTER_IDENT') {
  const { exitCode, stdout } = await runGit(folder, [...noGuessedIdentity, 'var', variable], {
    accept: [128],
  })
  const [, name, email] = /^(.*) <(.*)> \d+ [+-]\d+\s*$/.exec(stdout.toString('utf8')) ?? []
  return exitCode !== 0 || name === undefined || email === undefined ? null : { name, email }
}

async function readHalf(folder: string): Promise<Partial<Identity> | null> {
  const [name, email] = await Promise.all([readSetting(folder, 'name'), readSetting(folder, 'email')])
  const parts = soundParts(name, email)
  // With both of them git refuses for another reason, such as a name that it takes for empty: ask for that.
  return parts?.name === undefined || parts.email === undefined ? parts : { email: parts.email }
}

async function readSetting(folder: string, part: 'name' | 'email'): Promise<string> {
  for (const section of ['user', 'author']) {
    const { stdout } = await runGit(folder, ['config', '-z', '--get', `${section}.${part}`], { accept: [1] })
    const value = stdout.toString('utf8').replace(/\0$/, '')
    if (value !== '') return value
  }
  return ''
}

function soundParts(givenName: string, givenEmail: string): Partial<Identity> | null {
  const name = Identity.shape.name.safeParse(givenName)
  const email = Identity.shape.email.safeParse(givenEmail)
  if (!name.success && !email.success) return null
  return {
    ...(name.success ? { name: name.data } : {}),
    ...(email.success ? { email: email.data } : {}),
  }
}
