import { type Browser, chromium } from 'playwright'
import { afterAll, beforeAll } from 'vitest'
import { chromiumOptions } from '../../../helpers/launch-chromium'
import { codeSuite } from './in-chromium/code-suite'

let browser: Browser

beforeAll(async () => {
  browser = await chromium.launch(chromiumOptions())
})

afterAll(() => browser.close())

codeSuite(() => browser)
