import { expect, onTestFinished, test } from 'vitest'
import { findOrGetChromium } from '../../build/machine/chromium.mjs'

function withNamedBrowser(path: string): void {
  const before = process.env.GALLEY_CHROMIUM
  onTestFinished(() => {
    if (before === undefined) delete process.env.GALLEY_CHROMIUM
    else process.env.GALLEY_CHROMIUM = before
  })
  process.env.GALLEY_CHROMIUM = path
}

test('a browser that is named and does not start is an error, not a reason to take another', async () => {
  withNamedBrowser('/nowhere/chromium')
  await expect(findOrGetChromium()).rejects.toThrow(
    'GALLEY_CHROMIUM names /nowhere/chromium, which is not a browser that starts.',
  )
})

test('a browser that is named is taken', async () => {
  withNamedBrowser(process.execPath)
  expect(await findOrGetChromium()).toBe(process.execPath)
})
