import { FailureError } from '#shared/contract/failure'
import type { AssetReader } from '../assets/asset-reader'
import { type Answer, answerWithText, guardHeaders, statusOf } from './answer'
import { assetPolicy } from './content-policies'

/** `<blog>/<post>/<reference>`, each percent-encoded, taken apart; null when it is not that. */
function addressOf(path: string): readonly [blog: string, post: string, reference: string] | null {
  try {
    const [blog, post, reference, ...more] = path.split('/').map(decodeURIComponent)
    if (blog === undefined || post === undefined || reference === undefined || more.length > 0) return null
    return [blog, post, reference]
  } catch {
    // not percent-encoding
    return null
  }
}

/**
 * Answers a request for a file of a blog. `path` is what stands in the address after the root of the asset space. Whatever the file
 * is, it comes without any power: no scripts, no origin, no guessing of its type. Failures become their status and their message.
 */
export async function answerAsset(assets: AssetReader, path: string): Promise<Answer> {
  const address = addressOf(path)
  if (address === null) return answerWithText(400, 'This is not the address of a file of a blog.')
  try {
    const { bytes, contentType } = await assets.read(...address)
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
