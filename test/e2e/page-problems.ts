import { readFile } from 'node:fs/promises'
import type { Page } from '@playwright/test'
import type { AxeResults } from 'axe-core'
import { repositoryFile } from '../helpers/repository-root'

/**
 * What axe finds wrong with the page, a line each, by the rules of WCAG 2.2 AA without `except`. The preview shows the writer's own text and
 * is left out.
 */
export async function problemsOf(page: Page, except: readonly string[] = []): Promise<readonly string[]> {
  await page.evaluate(await readFile(repositoryFile('node_modules/axe-core/axe.min.js'), 'utf8'))
  const results = await page.evaluate((ignored) => {
    const { axe } = window as unknown as {
      axe: { run(context: object, options: object): Promise<AxeResults> }
    }
    const runOnly = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']
    const rules = Object.fromEntries(ignored.map((rule) => [rule, { enabled: false }]))
    return axe.run({ exclude: [['iframe']] }, { runOnly, rules })
  }, except)
  return results.violations.map(
    ({ id, nodes }) =>
      `${id}: ${nodes.map(({ html, failureSummary }) => `${html} ${failureSummary}`).join(' | ')}`,
  )
}
