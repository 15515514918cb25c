import { constants } from 'node:fs'
import { type FileHandle, open } from 'node:fs/promises'
import { fail } from '#shared/contract/failure'
import { explained } from './system-failure'

// Windows knows neither flag; there is nothing there that they guard against.
const nonBlocking = constants.O_NONBLOCK ?? 0
const noFollow = constants.O_NOFOLLOW ?? 0

/**
 * Opens an ordinary file for reading and hands it to `task`, closing it after. `real` must have its links resolved already.
 * A folder, a pipe, a socket or a device is `refused` without waiting for it; `what` names the file in messages.
 */
export async function withRegularFile<Value>(
  real: string,
  what: string,
  task: (file: FileHandle, sizeBytes: number) => Promise<Value>,
): Promise<Value> {
  return explained(what, async () => {
    // Opening a pipe without O_NONBLOCK waits for its other end, perhaps for ever.
    const file = await open(real, constants.O_RDONLY | nonBlocking | noFollow)
    try {
      const stats = await file.stat()
      if (!stats.isFile()) fail('refused', `${what} is no ordinary file, so Galley does not open it.`)
      return await task(file, stats.size)
    } finally {
      await file.close()
    }
  })
}

/** All bytes of an ordinary file; `too-large` beyond `maxBytes`. See `withRegularFile`. */
export async function readRegularFile(real: string, what: string, maxBytes: number): Promise<Buffer> {
  return withRegularFile(real, what, async (file, sizeBytes) => {
    if (sizeBytes > maxBytes) {
      fail('too-large', `${what} is larger than the ${sizeInWords(maxBytes)} that Galley opens.`)
    }
    return file.readFile()
  })
}

function sizeInWords(bytes: number): string {
  const kilobytes = Math.round(bytes / 1024)
  return kilobytes < 1024 ? `${kilobytes} kB` : `${Math.round(kilobytes / 1024)} MB`
}
