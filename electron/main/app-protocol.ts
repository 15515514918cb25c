import { protocol } from 'electron'
import type { AssetReader } from '#services/assets/asset-reader'
import { type Answer, answerWithText } from '#services/pages/answer'
import { answerAsset } from '#services/pages/asset-file'
import { interfacePolicy } from '#services/pages/content-policies'
import { answerInterfaceFile } from '#services/pages/interface-file'
import type { Ports } from '#services/ports'
import { host, scheme } from './addresses'

/** What the protocol serves. */
export type AppProtocolOptions = {
  readonly rendererFolder: string
  readonly assets: AssetReader
  readonly log: Ports['log']
}

/** Gives `app:` the standing of `https:`. Must be called before Electron is ready. */
export function registerAppScheme(): void {
  protocol.registerSchemesAsPrivileged([
    { scheme, privileges: { standard: true, secure: true, supportFetchAPI: true, codeCache: true } },
  ])
}

async function answerRequest(
  { method, url }: Request,
  { rendererFolder, assets }: AppProtocolOptions,
): Promise<Answer> {
  if (method !== 'GET') return answerWithText(405, 'Only GET works here.', { Allow: 'GET' })
  const address = new URL(url)
  if (address.host !== host) return answerWithText(404, 'There is nothing at this address.')
  const [, assetPath] = /^\/asset\/(.*)$/.exec(address.pathname) ?? []
  return assetPath === undefined
    ? answerInterfaceFile(rendererFolder, address.pathname, interfacePolicy())
    : answerAsset(assets, assetPath)
}

/**
 * Serves `app://galley/…`: the interface's own files, and files of the blog under `/asset/<blog>/<post>/<reference>`. Nothing else
 * has an address, and every answer carries its policy.
 */
export function serveApp(options: AppProtocolOptions): void {
  protocol.handle(scheme, async (request) => {
    try {
      const { status, headers, body } = await answerRequest(request, options)
      return new Response(new Uint8Array(body), { status, headers })
    } catch (error) {
      options.log({ level: 'error', message: `${request.url} could not be answered`, error })
      return new Response('Something went wrong inside Galley.', { status: 500 })
    }
  })
}
