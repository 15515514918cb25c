import { existsSync } from 'node:fs'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { homedir, tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'

/** A file that leads a browser to an address. */
export type RedirectPage = { readonly file: string; readonly url: string; remove(): Promise<void> }

/**
 * Where the browser can read a file. One that came as a snap sees neither the temporary folder nor hidden folders, but its own;
 * any other browser can read that too.
 */
function readableFolder(browser: string | null): string {
  const snap = browser === null || !browser.includes('chromium') ? 'firefox' : 'chromium'
  const own = join(homedir(), 'snap', snap, 'common')
  return process.platform === 'linux' && existsSync(own) ? own : tmpdir()
}

function redirectHtml(address: string): string {
  const quoted = address.replace(/[&"<>]/g, (character) => `&#${character.charCodeAt(0)};`)
  return `<!doctype html>
<meta charset="utf-8">
<meta name="referrer" content="no-referrer">
<meta http-equiv="refresh" content="0; url=${quoted}">
<title>Galley</title>
<p><a href="${quoted}">Open Galley</a></p>
`
}

/**
 * Writes a page that leads to `address` into a private folder, readable by this user alone. The address holds the token, and the
 * arguments of a process are visible to every user of the machine: the browser is given this file's name instead. Remove it as
 * soon as the browser has read it.
 */
export async function writeRedirectPage(address: string, browser: string | null): Promise<RedirectPage> {
  const folder = await mkdtemp(join(readableFolder(browser), 'galley-'))
  const file = join(folder, 'galley.html')
  await writeFile(file, redirectHtml(address), { mode: 0o600, flag: 'wx' })
  return {
    file,
    url: pathToFileURL(file).href,
    remove: () => rm(folder, { recursive: true, force: true }),
  }
}
