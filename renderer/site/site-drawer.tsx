import { useEffect, useRef } from 'react'
import type { SiteUnderstanding, UnderstoodSite } from '#shared/contract/site-understanding'
import { useApp, useAppState } from '../shell/app-context'
import { closeSite, refreshSite } from '../state/site'
import { siteStrings } from '../strings/site'
import { Drawer } from '../ui/drawer'
import { WithCode } from '../ui/with-code'
import { ChoiceForm } from './choice-form'
import { SiteAnswerRow } from './site-answer-row'
import styles from './site-drawer.module.css'
import { SourcePlace } from './source-place'

/** What was understood of the blog's sites and from where, each answer changeable where a choice can change it. */
export function SiteDrawer() {
  const app = useApp()
  const site = useAppState('site')
  const list = useAppState('posts', ({ list }) => list)
  // a new list comes of the same look at the files
  // biome-ignore lint/correctness/useExhaustiveDependencies: as above
  useEffect(() => void refreshSite(app), [app, list])
  if (site.kind === 'closed') return null
  const { understanding } = site
  return (
    <Drawer title={siteStrings.title} closeLabel={siteStrings.close} onClose={() => closeSite(app)}>
      {understanding === null ? (
        <p role="status">{siteStrings.reading}</p>
      ) : (
        <>
          <Question understanding={understanding} />
          <p className={styles.soft}>{siteStrings.explanation}</p>
          {understanding.sites.length === 0 ? <p>{siteStrings.noSite}</p> : null}
          {understanding.sites.map((found) => (
            <Site
              key={found.folder}
              site={found}
              chosen={understanding.chosen}
              isNamed={understanding.sites.length > 1 || found.folder !== ''}
            />
          ))}
        </>
      )}
    </Drawer>
  )
}

/** The first thing that the site's files do not say and the writer can; the next one follows when it is answered. */
function Question({ understanding }: { readonly understanding: SiteUnderstanding }) {
  const place = useRef<HTMLDivElement>(null)
  const chosen = new Set(understanding.chosen.map(({ choice }) => choice))
  const asked = understanding.sites
    .flatMap(({ answers }) => answers)
    .find(({ certainty, choice }) => certainty === 'unknown' && choice !== null && !chosen.has(choice))
  return (
    <div ref={place} tabIndex={-1} className={styles.questions}>
      {asked === undefined || asked.choice === null ? null : (
        <section className={styles.question} aria-label={siteStrings.question}>
          <p>
            <b>{siteStrings.about[asked.about]}:</b> <WithCode>{asked.answer}</WithCode>
          </p>
          <ChoiceForm
            key={asked.choice}
            choice={asked.choice}
            label={siteStrings.answer}
            value=""
            onDone={() => place.current?.focus()}
          />
        </section>
      )}
    </div>
  )
}

type SiteProps = {
  readonly site: UnderstoodSite
  readonly chosen: SiteUnderstanding['chosen']
  /** Where there are several, or it lies in a folder of its own. */
  readonly isNamed: boolean
}

function Site({ site, chosen, isNamed }: SiteProps) {
  const name = site.folder === '' ? siteStrings.ownFolder : siteStrings.siteIn(site.folder)
  return (
    <section className={styles.site} aria-label={name}>
      {isNamed ? <h3 className={styles.name}>{name}</h3> : null}
      <p className={styles.soft}>{siteStrings.posts(site.postCount)}</p>
      {site.problems.length === 0 ? null : (
        <div className={styles.problems}>
          <b>{siteStrings.problems}</b>
          <ul>
            {site.problems.map(({ message, source }) => (
              <li key={`${source.file} ${source.line} ${message}`}>
                <WithCode>{message}</WithCode> <SourcePlace source={source} />
              </li>
            ))}
          </ul>
        </div>
      )}
      {site.answers.length === 0 ? <p>{siteStrings.noRules}</p> : null}
      <ul className={styles.answers}>
        {site.answers.map((answer) => (
          <SiteAnswerRow
            key={answer.about}
            answer={answer}
            chosen={chosen.find(({ choice }) => choice === answer.choice) ?? null}
          />
        ))}
      </ul>
    </section>
  )
}
