import { createHash } from 'node:crypto'

/** Names exactly these bytes: their SHA-256. Equal bytes have equal versions, on every machine and in every session. */
export function versionOf(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('base64url')
}
