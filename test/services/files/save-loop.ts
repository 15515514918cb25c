import { readFileSync } from 'node:fs'
import { atomicWrite } from '#services/files/atomic-write'

const [target = '', sizeText = ''] = process.argv.slice(2)
const sizeBytes = Number(sizeText)

// Saves whole files of one letter after another, until it is killed.
for (let turn = 0; ; turn++) {
  const letter = String.fromCharCode(97 + (turn % 26))
  await atomicWrite({
    target,
    bytes: Buffer.from(letter.repeat(sizeBytes)),
    checkCurrent: async () => void readFileSync(target),
    keepSafe: async () => undefined,
  })
  if (turn === 0) process.stdout.write('saving\n')
}
