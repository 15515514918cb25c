import fc from 'fast-check'
import { type Browser, chromium, type Page } from 'playwright'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type FlavourId, flavourIds } from '#shared/markdown/flavours/flavour'
import { applyTextChanges } from '#shared/text/text-change'
import { fuzzRuns, isLongFuzz } from '../../helpers/fuzz-budget'
import { chromiumOptions } from '../../helpers/launch-chromium'
import {
  denseDocuments,
  documents,
  type EditPlan,
  editPlans,
  exampleDocuments,
  postDocuments,
  toChange,
} from '../../shared/markdown/random-edits'
import type { EditedText } from './in-chromium/dom-edits'
import { openPreview } from './in-chromium/open-preview'

const textsPerRun = 5
const editsPerText = 10

let browser: Browser
let page: Page
let close: () => Promise<void>

beforeAll(async () => {
  browser = await chromium.launch(chromiumOptions())
  const preview = await openPreview(browser)
  page = preview.page
  close = preview.close
})

afterAll(async () => {
  await close()
  await browser.close()
})

type Plan = { readonly text: string; readonly edits: readonly (readonly [EditPlan, number])[] }

function editedText({ text, edits }: Plan): EditedText {
  let body = text
  return {
    text,
    edits: edits.map(([plan, steps]) => {
      const change = toChange(plan, body)
      body = applyTextChanges(body, [change])
      return { change, steps }
    }),
  }
}

const plans: fc.Arbitrary<Plan> = fc.record({
  text: fc.oneof(
    { weight: 3, arbitrary: documents },
    { weight: 2, arbitrary: exampleDocuments },
    { weight: 2, arbitrary: denseDocuments },
    { weight: 1, arbitrary: postDocuments },
  ),
  edits: fc.array(fc.tuple(editPlans, fc.constantFrom(0, 1, 1, 2, 50)), {
    minLength: editsPerText,
    maxLength: editsPerText,
  }),
})

/** After each edit the page is what a page built anew is; with Hugo, which lets no tag through, also what the document sanitised in one piece is. */
async function expectNoDifference(
  flavour: FlavourId,
  limits: 'tight' | 'usual',
  numRuns: number,
): Promise<void> {
  await fc.assert(
    fc.asyncProperty(fc.array(plans, { minLength: textsPerRun, maxLength: textsPerRun }), async (texts) => {
      const difference = await page.evaluate(
        ({ texts, flavour, limits }) => window.harness.findDifference(texts, flavour, limits),
        { texts: texts.map(editedText), flavour, limits },
      )
      expect(difference).toBeNull()
    }),
    // a text as it was tried says more than minutes of making it smaller
    { numRuns, endOnFailure: !isLongFuzz },
  )
}

test('a long text in <pre> keeps the blank line that it begins with', async () => {
  const text = `\n${'Some words of a paragraph that goes on.\n\n'.repeat(25)}`
  const edits = [{ change: { from: 0, to: 0, insert: '<pre>\n\n <div>' }, steps: 50 }]
  const difference = await page.evaluate(
    (texts) => window.harness.findDifference(texts, 'hexo', 'tight'),
    [{ text, edits }],
  )
  expect(difference).toBeNull()
})

test.each(flavourIds)(
  '%s: whatever is edited, the page is what it would be if built anew',
  async (flavour) => {
    await expectNoDifference(flavour, 'tight', fuzzRuns(2, 30))
    await expectNoDifference(flavour, 'usual', fuzzRuns(1, 8))
  },
  fuzzRuns(60_000, 1_800_000),
)
