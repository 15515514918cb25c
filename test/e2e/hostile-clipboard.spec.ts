import { armed, htmlPayloads } from '../renderer/preview/in-chromium/payloads/payloads'
import { poke } from '../renderer/preview/in-chromium/poke'
import { expect, test, withinThePage } from './app'
import { openPost, postText, previewOf, serverless } from './post-window'

/** A page as somebody may have copied it: each payload a paragraph, none of them able to hide the next. */
const hostilePage = htmlPayloads.map((payload, number) => `${armed(payload, number)}\n`).join('\n')

for (const how of ['paste', 'drop'] as const) {
  test(
    `${how} of a hostile page puts down its text, runs nothing and asks for nothing`,
    withinThePage,
    async ({ app }) => {
      const { page } = app
      const elsewhere: string[] = []
      page.on('request', (request) => {
        if (new URL(request.url()).origin !== new URL(page.url()).origin) elsewhere.push(request.url())
      })
      await openPost(page, serverless.title)
      await postText(page).evaluate(
        (text, { how, html }) => {
          Object.assign(window, { fired: [] })
          const clipboard = new DataTransfer()
          clipboard.setData('text/html', `<p>The first line.</p>${html}`)
          clipboard.setData('text/plain', `The first line.\n\n${html}\n\nThe last line.\n\n`)
          const { left, top } = text.querySelector('.cm-line')?.getBoundingClientRect() ?? { left: 0, top: 0 }
          text.dispatchEvent(
            how === 'paste'
              ? new ClipboardEvent('paste', { clipboardData: clipboard, bubbles: true, cancelable: true })
              : new DragEvent('drop', {
                  dataTransfer: clipboard,
                  clientX: left + 1,
                  clientY: top + 1,
                  bubbles: true,
                  cancelable: true,
                }),
          )
        },
        { how, html: hostilePage },
      )
      await expect(postText(page)).toContainText(/The (?:first|last) line\./)
      await expect(previewOf(page).locator('body')).toContainText('The first line.')
      const preview = page.frame({ url: /preview[\w-]*\.html/ })
      await preview?.evaluate(poke, await preview.evaluateHandle(() => document))
      await page.waitForTimeout(500)
      const fired = await page.evaluate(() => Reflect.get(window, 'fired'))
      expect(fired).toEqual([])
      expect(elsewhere).toEqual([])
    },
  )
}
