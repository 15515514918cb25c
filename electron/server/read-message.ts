import type { IncomingMessage } from 'node:http'
import { fail } from '#shared/contract/failure'

/**
 * Reads a request's body as JSON. Fails with `too-large` for more than `maxBytes` (what is too much is read to its end, so that the
 * sender hears the answer, but not kept) and with `invalid-request` for what is not JSON in UTF-8.
 */
export async function readMessage(request: IncomingMessage, maxBytes: number): Promise<unknown> {
  const chunks: Uint8Array[] = []
  let sizeBytes = 0
  for await (const chunk of request as AsyncIterable<Uint8Array>) {
    sizeBytes += chunk.byteLength
    if (sizeBytes <= maxBytes) chunks.push(chunk)
    else chunks.length = 0
  }
  if (sizeBytes > maxBytes)
    fail(
      'too-large',
      `This is more than Galley takes at once (${Math.floor(maxBytes / 1024 / 1024)} MB). Nothing was written.`,
    )
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(Buffer.concat(chunks)))
  } catch {
    return fail('invalid-request', 'The message is not JSON in UTF-8.')
  }
}
