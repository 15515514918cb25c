import { FailureError } from '#shared/contract/failure'
import type { Asset, AssetReader } from '../assets/asset-reader'
import { type Answer, answerWithText, guardHeaders, statusOf } from './answer'
import { assetPolicy } from './content-policies'

/** Stands in an address where a post would: what follows is a path of the built site, in as many segments as it has. */
const siteMarker = '@site'

/** Reads the file that an address names; null when it is no such address. */
function readerFor(assets: AssetReader, path: string): (() => Promise<Asset>) | null {
  const segments = segmentsOf(path)
  const [blog, post, third, ...more] = segments ?? []
  if (blog === undefined || post === undefined || third === undefined) return null
  if (post === siteMarker && more.length > 0) {
    const isFolder = third.startsWith('=') && more.every((segment) => !/[/\\\0]/.test(segment))
    return isFolder ? () => assets.readOfSite(blog, third.slice(1), more.join('/')) : null
  }
  return more.length > 0 ? null : () => assets.read(blog, post, third)
}

function segmentsOf(path: string): readonly string[] | null {
  try {
    return path.split('/').map(decodeURIComponent)
  } catch {
    // not percent-encoding
    return null
  }
}

/**
 * Answers a request for a file of a blog. `path` is what stands in the address after the root of the asset space:
 * `<blog>/<post>/<reference>`, each percent-encoded, or `<blog>/@site/=<output folder>/<path of the built site>`. Whatever the file is, it comes without any power: no scripts, no origin, no guessing of its type. Failures become their status and their message.
 */
export async function answerAsset(assets: AssetReader, path: string): Promise<Answer> {
  const read = readerFor(assets, path)
  if (read === null) return answerWithText(400, 'This is not the address of a file of a blog.')
  try {
    const { bytes, contentType } = await read()
    return {
      status: 200,
      headers: {
        ...guardHeaders,
        'Content-Type': contentType,
        'Content-Security-Policy': assetPolicy,
        'Cache-Control': 'no-cache',
      },
      body: bytes,
    }
  } catch (error) {
    if (error instanceof FailureError) return answerWithText(statusOf(error.code), error.message)
    throw error
  }
}
