import { readFile, realpath } from 'node:fs/promises'
import { extname, join, sep } from 'node:path'
import { type Answer, answerWithText, guardHeaders } from './answer'
import { diagramPolicy, previewPolicy, remoteMediaPolicy } from './content-policies'

/** The only kinds of file that the interface consists of; anything else in its folder is not served. */
const contentTypes: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
}

/** The bundler's names for files whose name changes with their content: `assets/editor-Bx3kP0aZ.js`. */
const hashedName = /^\/assets\/[^/]+-[\w-]{8}\.\w+$/

/** A path's segments decoded, null when it is not one that the interface could have: empty, hidden, or with a separator inside. */
function segmentsOf(pathname: string): readonly string[] | null {
  try {
    const segments = pathname.slice(1).split('/').map(decodeURIComponent)
    return segments.every((segment) => /^[^./\\\0:][^/\\\0:]*$/.test(segment)) ? segments : null
  } catch {
    // not percent-encoding
    return null
  }
}

/** Pages with a policy of their own. */
const pagePolicies: ReadonlyMap<string, string> = new Map([
  ['/preview.html', previewPolicy],
  ['/diagram.html', diagramPolicy],
])

/**
 * The script of the page that draws diagrams. That page has no origin, so to it every script is another origin's: this one, a library that anybody
 * can have, may be loaded from anywhere.
 */
export const diagramScript = '/diagram.js'

/** The real file behind a path, null when there is none or a link leads out of the folder. */
async function findFile(folder: string, segments: readonly string[]): Promise<string | null> {
  try {
    const [root, file] = await Promise.all([realpath(folder), realpath(join(folder, ...segments))])
    return file.startsWith(root + sep) ? file : null
  } catch {
    return null
  }
}

/**
 * Answers a request for one of the interface's own files. `pathname` is the address' path, still percent-encoded; `/` is
 * `index.html`. What lies outside `folder`, also through a link, is hidden or of an unknown kind is 404. Pages carry the policy
 * that is theirs, files with a hash in their name may be kept for ever. `withRemoteMedia`: the preview's document may load media of
 * other hosts, to which nothing is told but that it wants the file.
 */
export async function answerInterfaceFile(
  folder: string,
  pathname: string,
  interfacePolicy: string,
  withRemoteMedia = false,
): Promise<Answer> {
  const path = pathname === '/' ? '/index.html' : pathname
  const contentType = contentTypes[extname(path)]
  const segments = segmentsOf(path)
  const file = contentType === undefined || segments === null ? null : await findFile(folder, segments)
  if (contentType === undefined || file === null)
    return answerWithText(404, 'There is nothing at this address.')
  try {
    if (path === '/preview.html' && withRemoteMedia)
      return withMediaOfOtherHosts(await readFile(file, 'utf8'))
    return {
      status: 200,
      headers: {
        ...guardHeaders,
        ...(path === diagramScript && { 'Cross-Origin-Resource-Policy': 'cross-origin' }),
        'Content-Type': contentType,
        'Content-Security-Policy': pagePolicies.get(path) ?? interfacePolicy,
        'Cache-Control': hashedName.test(path) ? 'public, max-age=31536000, immutable' : 'no-cache',
      },
      body: await readFile(file),
    }
  } catch {
    // a folder with a file's name, or gone since it was found
    return answerWithText(404, 'There is nothing at this address.')
  }
}

const policyInPage = /(<meta\s+http-equiv="Content-Security-Policy"\s+content=")[^"]*"/

/** The preview's document with the wider policy in its header and in the page: both count, and the narrower would win. */
function withMediaOfOtherHosts(page: string): Answer {
  // an element cannot say who may frame the page
  const inPage = remoteMediaPolicy.replace(/; frame-ancestors [^;]*/, '')
  return {
    status: 200,
    headers: {
      ...guardHeaders,
      'Content-Type': 'text/html; charset=utf-8',
      'Content-Security-Policy': remoteMediaPolicy,
      // asks for what lies elsewhere without cookies or other credentials
      'Cross-Origin-Embedder-Policy': 'credentialless',
      'Cache-Control': 'no-store',
    },
    body: new TextEncoder().encode(page.replace(policyInPage, (_tag, start) => `${start}${inPage}"`)),
  }
}
