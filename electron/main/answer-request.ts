import type { AssetReader } from '#services/assets/asset-reader'
import { type Answer, answerWithText, guardHeaders } from '#services/pages/answer'
import { answerAsset } from '#services/pages/asset-file'
import { interfacePolicy, printPolicy } from '#services/pages/content-policies'
import { answerInterfaceFile, diagramScript } from '#services/pages/interface-file'
import { answerLivePage, livePath } from '#services/pages/live-page'
import type { RemoteMediaConsent } from '#services/pages/remote-media'
import { host, origin, printAddress } from './addresses'

/** What there is to answer with: the interface's folder, the files of the blogs, what their previews may load, and the origins of their servers. */
export type AnswerSources = {
  readonly rendererFolder: string
  readonly assets: AssetReader
  readonly remoteMedia: RemoteMediaConsent
  readonly siteOriginOf: (blog: string) => string | null
  /** A page that is being printed, by its name. */
  readonly printedPage: (name: string) => string | null
}

/**
 * Answers a request for an `app:` address: the interface's own files, and files of a blog under `/asset/<blog>/<post>/<reference>`.
 * Any other host has nothing, only `GET` is known, and a page of another origin (that of a
 * site's own server) is given nothing but the library that draws diagrams.
 */
export async function answerRequest(
  { method, url, headers }: Pick<Request, 'method' | 'url'> & { readonly headers?: Headers },
  { rendererFolder, assets, remoteMedia, siteOriginOf, printedPage }: AnswerSources,
): Promise<Answer> {
  if (method !== 'GET') return answerWithText(405, 'Only GET works here.', { Allow: 'GET' })
  const address = new URL(url)
  if (isFromElsewhere(headers) && address.pathname !== diagramScript)
    return answerWithText(403, 'Other sites may not load this.')
  if (address.host !== host) return answerWithText(404, 'There is nothing at this address.')
  if (address.pathname === livePath) return answerLivePage(address.search, siteOriginOf)
  if (url.startsWith(printAddress)) return answerPrintedPage(printedPage(url.slice(printAddress.length)))
  const [, assetPath] = /^\/asset\/(.*)$/.exec(address.pathname) ?? []
  if (assetPath !== undefined) return answerAsset(assets, assetPath)
  const withRemoteMedia = await remoteMedia.isGivenFor(address.searchParams.get('blog'))
  return answerInterfaceFile(rendererFolder, address.pathname, interfacePolicy(), withRemoteMedia)
}

/** Whether the browser says that another origin is behind the request. */
function isFromElsewhere(headers: Headers | undefined): boolean {
  const from = headers?.get('origin') ?? origin
  const site = headers?.get('sec-fetch-site') ?? 'same-origin'
  return from !== origin || site === 'cross-site' || site === 'same-site'
}

function answerPrintedPage(html: string | null): Answer {
  if (html === null) return answerWithText(404, 'There is nothing at this address.')
  return {
    status: 200,
    headers: {
      ...guardHeaders,
      'Content-Type': 'text/html; charset=utf-8',
      'Content-Security-Policy': printPolicy,
      'Cache-Control': 'no-store',
    },
    body: new TextEncoder().encode(html),
  }
}
