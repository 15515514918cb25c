import { Identity } from '#shared/contract/git'
import { runGit } from './run-git'

/** The author that git would name: from the environment, then from its settings; null when it knows neither name nor address. */
export async function readIdentity(folder: string): Promise<Partial<Identity> | null> {
  const { stdout } = await runGit(
    folder,
    ['config', '-z', '--get-regexp', '^(user|author)\\.(name|email)$'],
    {
      accept: [1],
    },
  )
  const settings = new Map<string, string>()
  for (const entry of stdout.toString('utf8').split('\0')) {
    const lineEnd = entry.indexOf('\n')
    // the last of several wins, as for git itself
    if (lineEnd > 0) settings.set(entry.slice(0, lineEnd), entry.slice(lineEnd + 1))
  }
  const { GIT_AUTHOR_NAME, GIT_AUTHOR_EMAIL, EMAIL } = process.env
  const name = Identity.shape.name.safeParse(
    GIT_AUTHOR_NAME || settings.get('author.name') || settings.get('user.name'),
  )
  const email = Identity.shape.email.safeParse(
    GIT_AUTHOR_EMAIL || settings.get('author.email') || settings.get('user.email') || EMAIL,
  )
  if (!name.success && !email.success) return null
  return {
    ...(name.success ? { name: name.data } : {}),
    ...(email.success ? { email: email.data } : {}),
  }
}
