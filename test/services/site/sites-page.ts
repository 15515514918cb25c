import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { SiteAnswer, SiteProfile } from '#shared/site/profile'
import { profileMakerOf } from '#shared/site/profiles/profile-makers'
import {
  differencesFromTruth,
  openSite,
  readSources,
  type SiteTruth,
  siteFixture,
  understandSite,
} from '../../helpers/site-truth'

/** The answers that the table has, in the order of its columns. */
const columns: readonly (readonly [about: SiteAnswer['about'], title: string])[] = [
  ['posts', 'posts are'],
  ['drafts', 'drafts'],
  ['scheduled', 'posts of the future'],
  ['time-zone', 'time zone'],
  ['permalinks', 'addresses'],
  ['new-posts', 'new posts'],
]

/** docs/sites.md: what Galley answers of each fixture site, and how many of its posts are told as the site's generator built them. */
export async function sitesPage(): Promise<string> {
  const entries = await readdir(siteFixture('.'), { withFileTypes: true })
  const names = entries.filter((entry) => entry.isDirectory()).map(({ name }) => name)
  const sections: string[] = []
  const rows: string[] = []
  for (const name of names.toSorted()) {
    const told = await tellSite(name)
    rows.push(told.row)
    sections.push(told.section)
  }
  return `# Sites

What Galley understands of the made-up sites in \`test/fixtures/sites\`, of which the generators themselves made the truth: whether each post is
published and why not, its title, the instant of its date, the day that its page prints, and its address, on machines in each of the zones in
which the site was built. \`npm run sites\` writes this page; a test holds it.

| site | generator | posts | told as built |
| --- | --- | --- | --- |
${rows.join('\n')}

Zola's and Gatsby's rules are taken from their documentation; no build was at hand to hold them against. Addresses that only a program
of the site knows are not guessed: Galley says so, and asks where one answer settles it (\`site\` in [.galley.yml](galley-yml.md)).

${sections.join('\n\n')}
`
}

async function tellSite(name: string): Promise<{ readonly row: string; readonly section: string }> {
  const root = siteFixture(name)
  const truth = JSON.parse(await readFile(join(root, 'truth.json'), 'utf8')) as SiteTruth & {
    readonly version: string
  }
  const maker = profileMakerOf(truth.generator)
  if (maker === null) throw new Error(`${name} has no profile`)
  const site = await openSite(root)
  const profile = await understandSite(maker, site)
  profile.judge(await readSources(site, profile), Date.parse(truth.builtAt))
  const posts = truth.files.filter(({ isPost }) => isPost).length
  const wrong = new Set((await differencesFromTruth(maker, name)).map((line) => line.split(' ')[1]))
  const generator = `${truth.generator} ${truth.version}`
  const row = `| ${name} | ${generator} | ${posts} | ${posts - wrong.size} |`
  return { row, section: `## ${name}\n\n| | | said by |\n| --- | --- | --- |\n${answerRows(profile)}` }
}

function answerRows({ answers }: SiteProfile): string {
  return columns
    .flatMap(([about, title]) => {
      const answer = answers.find((candidate) => candidate.about === about)
      return answer === undefined ? [] : [`| ${title} | ${cell(answer.answer)} | ${originOf(answer)} |`]
    })
    .join('\n')
}

function originOf({ source, certainty }: SiteAnswer): string {
  if (source !== null) return `\`${source.file}${source.line === null ? '' : `:${source.line}`}\``
  return {
    stated: '',
    default: 'the generator’s own',
    inferred: 'the site’s files',
    chosen: 'the writer',
    unknown: 'asked',
  }[certainty]
}

function cell(text: string): string {
  return text.replaceAll('|', '\\|').replace(/\s+/g, ' ')
}
