import { readdirSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import type { SiteChoices, SourceFile } from '#shared/site/profile'
import { profileMakerOf } from '#shared/site/profiles/profile-makers'
import { openSite, readSources, siteFixture, understandSite } from '../../../helpers/site-truth'

const now = Date.parse('2026-11-22')

/** An answer to each question that any site can be told from its own. */
const chosen: Readonly<Record<string, SiteChoices>> = {
  postFolders: { postFolders: ['nowhere'] },
  permalink: { permalink: '/chosen/:slug/' },
  timeZone: { timeZone: 'Pacific/Kiritimati' },
  draftKey: { draftKey: 'held' },
}

const sites = readdirSync(siteFixture('.'), { withFileTypes: true }).filter((entry) => entry.isDirectory())

describe('what the Site panel lets a writer change counts', () => {
  test.each(sites.map(({ name }) => name))('%s', async (name) => {
    const site = await openSite(siteFixture(name))
    const maker = profileMakerOf(site.generator)
    if (maker === null) throw new Error(`${name} has no profile`)
    const held = (source: SourceFile): SourceFile => ({ ...source, values: { ...source.values, held: true } })
    const fatesWith = async (choices: SiteChoices): Promise<string> => {
      const profile = await understandSite(maker, site, { choices })
      const sources = (await readSources(site, profile)).map(held)
      return JSON.stringify([...profile.judge(sources, now)])
    }
    const { answers } = await understandSite(maker, site)
    const usual = await fatesWith({})
    for (const { choice, about } of answers) {
      const choices = choice === null ? undefined : chosen[choice]
      if (choices !== undefined) expect(await fatesWith(choices), `${about}: ${choice}`).not.toBe(usual)
    }
  })
})
