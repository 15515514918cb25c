import { type Browser, chromium } from 'playwright'
import { afterAll, beforeAll } from 'vitest'
import { chromiumOptions } from '../../helpers/launch-chromium'
import { engineSuite } from './in-chromium/engine-suite'
import { frameSuite } from './in-chromium/frame-suite'
import { guardSuite } from './in-chromium/guard-suite'
import { patchSuite } from './in-chromium/patch-suite'

let browser: Browser

beforeAll(async () => {
  browser = await chromium.launch(chromiumOptions())
})

afterAll(() => browser.close())

frameSuite(() => browser)
guardSuite(() => browser)
patchSuite(() => browser)
engineSuite(() => browser)
