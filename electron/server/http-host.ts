import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http'
import type { AssetReader } from '#services/assets/asset-reader'
import { type Answer, answerWithText, guardHeaders, statusOf } from '#services/pages/answer'
import { answerAsset } from '#services/pages/asset-file'
import { interfacePolicy } from '#services/pages/content-policies'
import { diagramScript } from '#services/pages/interface-file'
import { answerLivePage, livePath } from '#services/pages/live-page'
import type { RemoteMediaConsent } from '#services/pages/remote-media'
import type { Ports } from '#services/ports'
import { type FailureCode, FailureError } from '#shared/contract/failure'
import type { Reply, WebSession } from '#shared/contract/transport'
import { bearerToken, isForUs, isFromOurPage, isSameSecret, mayLoad } from './access'
import { createRateLimit, type Limits } from './limits'
import { readMessage } from './read-message'
import { createStaticFiles } from './static-files'

/** Everything that answering a request needs. */
export type HttpHostOptions = {
  readonly port: number
  readonly token: string
  readonly session: WebSession
  readonly limits: Limits
  readonly rendererFolder: string
  readonly assets: AssetReader
  /** The exact origin of a blog's own server, null when none runs. */
  readonly siteOriginOf: (blog: string) => string | null
  readonly remoteMedia: RemoteMediaConsent
  readonly route: (message: unknown) => Promise<Reply>
  readonly log: Ports['log']
}

function answerWithReply(status: number, reply: Reply): Answer {
  return {
    status,
    headers: {
      ...guardHeaders,
      'Content-Type': 'application/json; charset=utf-8',
      'Cache-Control': 'no-store',
    },
    body: new TextEncoder().encode(JSON.stringify(reply)),
  }
}

function refuse(status: number, code: FailureCode, message: string): Answer {
  return answerWithReply(status, { ok: false, error: { code, message } })
}

function send(response: ServerResponse, { status, headers, body }: Answer, isHead: boolean) {
  response.writeHead(status, { ...headers, 'Content-Length': body.byteLength })
  response.end(isHead ? undefined : body)
}

/** Why a message to the services is not even read; null when it may be. */
function objectionTo({ headers, method }: IncomingMessage, token: string): Answer | null {
  if (method !== 'POST') return refuse(405, 'invalid-request', 'Messages are sent with POST.')
  if (!isFromOurPage(headers)) return refuse(403, 'refused', 'Only Galley’s own page may ask this.')
  if (!isSameSecret(bearerToken(headers), token))
    return refuse(
      401,
      'refused',
      'This page does not have the key of the Galley that runs now. Open the whole address that it printed when it started.',
    )
  if (!/^application\/json(?:;|$)/i.test(headers['content-type'] ?? ''))
    return refuse(415, 'invalid-request', 'Messages are JSON.')
  return null
}

/**
 * Answers every request of the web host: messages of the interface (`POST /api/request`, `POST /api/session`), files of the blog
 * (`/asset/<key>/…`) and the interface's own files. A request that does not name this host exactly gets 421 and nothing else;
 * messages need our page's exact origin and the token.
 */
export function createHttpHost(options: HttpHostOptions): RequestListener {
  const { port, token, session, limits, rendererFolder, assets, remoteMedia, siteOriginOf, route, log } =
    options
  const staticFiles = createStaticFiles(rendererFolder)
  const rateLimit = createRateLimit(limits)

  async function answerMessage(request: IncomingMessage, path: string): Promise<Answer> {
    const objection = objectionTo(request, token)
    if (objection !== null) return objection
    try {
      const message = await readMessage(request, limits.maxBodyBytes)
      if (path === '/api/session') return answerWithReply(200, { ok: true, value: session })
      return answerWithReply(200, await route(message))
    } catch (error) {
      if (!(error instanceof FailureError)) throw error
      return answerWithReply(statusOf(error.code), { ok: false, error: error.toFailure() })
    }
  }

  async function answerLoad({ headers, method, url = '' }: IncomingMessage, path: string): Promise<Answer> {
    if (method !== 'GET' && method !== 'HEAD')
      return answerWithText(405, 'Only GET and HEAD work here.', { Allow: 'GET, HEAD' })
    if (!mayLoad(headers) && path !== diagramScript)
      return answerWithText(403, 'Other sites may not load this.')
    if (path === livePath) return answerLivePage(url.slice(path.length), siteOriginOf)
    const [, isAsset, key, file] = /^\/(asset)\/([^/]*)\/(.*)$/.exec(path) ?? []
    if (isAsset === undefined) {
      const policy = interfacePolicy({ socket: `ws://${headers.host}` })
      return staticFiles.answer(path, policy, {
        acceptEncoding: headers['accept-encoding'] as string | undefined,
        withRemoteMedia: await remoteMedia.isGivenFor(
          new URLSearchParams(url.slice(path.length)).get('blog'),
        ),
      })
    }
    if (!isSameSecret(key ?? '', session.assetKey))
      return answerWithText(401, 'This address belongs to another run of Galley.')
    return answerAsset(assets, file ?? '')
  }

  function answer(request: IncomingMessage): Promise<Answer> | Answer {
    if (!isForUs(request.headers, port))
      return answerWithText(421, `Galley answers only at 127.0.0.1:${port} and localhost:${port}.`)
    if (!rateLimit.take())
      return refuse(429, 'refused', 'Too many requests at once. Wait a moment and try again.')
    const [path = ''] = (request.url ?? '').split('?', 1)
    return path === '/api/session' || path === '/api/request'
      ? answerMessage(request, path)
      : answerLoad(request, path)
  }

  return async (request, response) => {
    try {
      send(response, await answer(request), request.method === 'HEAD')
    } catch (error) {
      if (request.destroyed && !response.writable) return
      log({ level: 'error', message: `${request.method} could not be answered`, error })
      send(response, refuse(500, 'internal', 'Something went wrong inside Galley. Try again.'), false)
    }
  }
}
