import { type Browser, chromium } from 'playwright'
import { afterAll, beforeAll } from 'vitest'
import { chromiumOptions } from '../../../helpers/launch-chromium'
import { codeSuite } from './in-chromium/code-suite'
import { diagramSuite } from './in-chromium/diagram-suite'
import { mathSuite } from './in-chromium/math-suite'
import { type OpenEnriched, openEnriched } from './in-chromium/open-enriched'

let browser: Browser
let opened: OpenEnriched

beforeAll(async () => {
  browser = await chromium.launch(chromiumOptions())
  opened = await openEnriched(browser)
})

afterAll(() => browser.close())

codeSuite(() => opened)
mathSuite(() => opened)
diagramSuite(() => opened)
