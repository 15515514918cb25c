import { type Browser, chromium } from 'playwright'
import { afterAll, beforeAll } from 'vitest'
import { chromiumOptions } from '../../helpers/launch-chromium'
import { placeSuite } from './in-chromium/place-suite'

let browser: Browser

beforeAll(async () => {
  browser = await chromium.launch(chromiumOptions())
})

afterAll(() => browser.close())

placeSuite(() => browser)
