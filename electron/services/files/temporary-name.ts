import { randomBytes } from 'node:crypto'

const pattern = /^\.galley-(\d{1,10})-[0-9a-f]{16}\.tmp$/

/** A hidden file name of our own that nobody can foresee, with the number of this process in it. */
export function temporaryName(): string {
  return `.galley-${process.pid}-${randomBytes(8).toString('hex')}.tmp`
}

/** The number of the process that made a file of this name; null when the name is not one of ours. */
export function temporaryOwner(name: string): number | null {
  const owner = pattern.exec(name)?.[1]
  return owner === undefined ? null : Number(owner)
}
