/** The bytes behind an address as a `data:` address; null when they cannot be had or are too many. */
export type ToDataUrl = (address: string) => Promise<string | null>

/** More than this is no longer for a page that is one file. */
const maxBytes = 32 * 1024 * 1024

/** Reads addresses of the interface's own origin; each only once. Others are never asked for. */
export function createDataUrls(origin: string): ToDataUrl {
  const known = new Map<string, Promise<string | null>>()
  return (address) => {
    if (address.startsWith('data:')) return Promise.resolve(address)
    if (URL.parse(address)?.origin !== origin) return Promise.resolve(null)
    const reading = known.get(address) ?? read(address)
    known.set(address, reading)
    return reading
  }
}

async function read(address: string): Promise<string | null> {
  const response = await fetch(address)
  if (!response.ok) return null
  const blob = await response.blob()
  return blob.size > maxBytes ? null : asDataUrl(blob)
}

function asDataUrl(blob: Blob): Promise<string> {
  return new Promise((resolve, reject) => {
    const reader = new FileReader()
    reader.onload = () => resolve(String(reader.result))
    reader.onerror = () => reject(reader.error)
    reader.readAsDataURL(blob)
  })
}
