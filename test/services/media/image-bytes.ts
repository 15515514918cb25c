/** The smallest PNG: one transparent pixel. `mark` bytes behind its end make it another file. */
export function png(mark = ''): Uint8Array {
  const pixel =
    'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg=='
  return Buffer.concat([Buffer.from(pixel, 'base64'), Buffer.from(mark)])
}

/** Bytes as `media.add` takes them. */
export function base64(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString('base64')
}
