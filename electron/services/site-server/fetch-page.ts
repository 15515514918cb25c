/** What the site's own server answered. `path` is where the answer was found, after redirects. */
export type FetchedPage = {
  readonly status: number
  readonly path: string
  readonly text: string
}

const maxRedirects = 5

/**
 * Asks the site's own server, at exactly `origin`, for `path`, which begins with a slash. Redirects are followed on this origin alone.
 * Text beyond `maxBytes` is left out. null when there is no answer within the time.
 */
export async function fetchPage(
  origin: string,
  path: string,
  {
    timeoutMs = 5000,
    maxBytes = 4 * 1024 * 1024,
  }: { readonly timeoutMs?: number; readonly maxBytes?: number } = {},
): Promise<FetchedPage | null> {
  const signal = AbortSignal.timeout(timeoutMs)
  let address = new URL(path, origin)
  try {
    for (let redirects = 0; redirects <= maxRedirects && address.origin === origin; redirects += 1) {
      const response = await fetch(address, {
        redirect: 'manual',
        signal,
        headers: { Accept: 'text/html,*/*' },
      })
      const next = response.headers.get('location')
      if (response.status < 300 || response.status > 399 || next === null) {
        const text = await readText(response, maxBytes)
        return { status: response.status, path: address.pathname, text }
      }
      await response.body?.cancel()
      address = new URL(next, address)
    }
  } catch {
    // nobody listens (yet), the time is over, or what came is no HTTP
  }
  return null
}

async function readText(response: Response, maxBytes: number): Promise<string> {
  const decoder = new TextDecoder()
  let text = ''
  let sizeBytes = 0
  if (response.body === null) return text
  for await (const chunk of response.body as unknown as AsyncIterable<Uint8Array>) {
    sizeBytes += chunk.byteLength
    text += decoder.decode(chunk, { stream: true })
    if (sizeBytes > maxBytes) break
  }
  return text
}
