import { spawnSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { cp, mkdir, readFile, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import type { BlogId } from '#shared/contract/blog'
import type { SiteServerState } from '#shared/contract/site-server'
import { joinCommandLine } from '#shared/site/serve/split-command-line'
import { repositoryFile } from '../../helpers/repository-root'
import type { Harness } from '../../helpers/service-harness'
import { createTemporaryFolder } from '../../helpers/temporary-folder'

const words =
  'The tide came in twice that day and nobody wrote it down. We counted the boats instead, and then the people on the boats, until the light was gone.'

/** The body of the post that every site of these tests holds. */
export const body = `${words}\n\nSecond paragraph, with *emphasis* and a [link](https://example.org/a).\n`

/** Makes a site of files in a folder of its own, which goes with the test. */
export async function createSite(files: Readonly<Record<string, string>>): Promise<string> {
  const root = await createTemporaryFolder()
  await writeSite(root, files)
  return root
}

async function writeSite(root: string, files: Readonly<Record<string, string>>): Promise<void> {
  for (const [path, text] of Object.entries(files)) {
    await mkdir(dirname(join(root, path)), { recursive: true })
    await writeFile(join(root, path), text)
  }
}

const template = (title: string, content: string) =>
  `<!doctype html><html><head><title>${title}</title></head><body><h1>${title}</h1>${content}</body></html>\n`

/** A small site for Hugo, below a path of its host, its post a draft. */
export const hugoSite = {
  'config.toml': 'baseURL = "https://example.org/journal/"\nlanguageCode = "en"\ntitle = "Journal"\n',
  'layouts/_default/single.html': template('{{ .Title }}', '{{ .Content }}'),
  'layouts/_default/list.html': template(
    '{{ .Title }}',
    '{{ range .Pages }}<a href="{{ .RelPermalink }}">{{ .Title }}</a>{{ end }}',
  ),
  'content/posts/tides.md': `---\ntitle: "Tides, again"\ndate: 2024-05-06\nslug: high-water\ndraft: true\n---\n${body}`,
}

/** A small site for Jekyll, with permalinks of its own. */
export const jekyllSite = {
  '_config.yml': 'title: Journal\nbaseurl: /journal\npermalink: /notes/:year/:title/\n',
  '_layouts/post.html': template('{{ page.title }}', '{{ content }}'),
  'index.html': `---\n---\n${template('Journal', '{% for post in site.posts %}<a href="{{ post.url }}">{{ post.title }}</a>{{ post.content }}{% endfor %}')}`,
  '_posts/2024-05-06-tides.md': `---\nlayout: post\ntitle: "Tides, again"\n---\n${body}`,
}

/** The site for Hugo, in a folder that the caller names and removes. */
export function writeHugoSite(root: string): Promise<void> {
  return writeSite(root, hugoSite)
}

/** A site of a generator that nobody knows, served by a script in it. */
export async function createHandRolledSite(): Promise<string> {
  const root = await createTemporaryFolder()
  await writeHandRolledSite(root)
  return root
}

/** The same in a folder that the caller names and removes. */
export async function writeHandRolledSite(root: string): Promise<void> {
  await writeSite(root, {
    'posts/tides.md': `---\ntitle: Tides, again\ndate: 2024-05-06\n---\n${body}`,
    'posts/winds.md':
      '---\ntitle: Winds\ndate: 2024-05-07\n---\nA short text about something else altogether.\n',
  })
  await cp(repositoryFile('test/fixtures/site-server/serve.mjs'), join(root, 'serve.mjs'))
}

/** The command that serves a hand-rolled site. */
export function serveLine(...more: readonly string[]): string {
  return joinCommandLine([process.execPath, 'serve.mjs', ...more])
}

/** The processes that the server of a hand-rolled site wrote down: itself, and one that it has started. */
export async function pidsOf(root: string): Promise<readonly number[]> {
  return JSON.parse(await readFile(join(root, 'pids.json'), 'utf8')) as number[]
}

/** Whether a process is there and is more than an entry that nobody has taken notice of. */
export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0)
  } catch {
    return false
  }
  const state = `/proc/${pid}/stat`
  try {
    return !existsSync('/proc/self/stat') || !/\) Z /.test(readFileSync(state, 'utf8'))
  } catch {
    // gone between the two looks
    return false
  }
}

/** Waits until the server of a blog is in a state of this kind, and gives it. Fails with the log when it never is. */
export async function waitForState<Kind extends SiteServerState['kind']>(
  { call }: Harness,
  blog: BlogId,
  kind: Kind,
): Promise<Extract<SiteServerState, { readonly kind: Kind }>> {
  for (let waitedMs = 0; waitedMs < 30_000; waitedMs += 50) {
    const { state } = await call('siteServer.describe', { blog })
    if (state.kind === kind) return state as Extract<SiteServerState, { readonly kind: Kind }>
    await sleep(50)
  }
  const { state, log } = await call('siteServer.describe', { blog })
  throw new Error(`The server is ${JSON.stringify(state)}, not ${kind}.\n${log.join('\n')}`)
}

/** Why a generator cannot be run here, null when it can. */
export function missingProgram(name: string, argument: string): string | null {
  const { error, status } = spawnSync(name, [argument])
  if (error !== undefined) return `${name} is not installed`
  return status === 0 ? null : `${name} does not run`
}
