import { useEffect, useRef, useState } from 'react'
import type { SiteUnderstanding, UnderstoodSite } from '#shared/contract/site-understanding'
import { useApp } from '../shell/app-context'
import { notify, notifyFailure } from '../state/notices'
import { chooseForSite } from '../state/site'
import { siteStrings } from '../strings/site'
import { Button } from '../ui/button'
import { WithCode } from '../ui/with-code'
import { ChoiceForm } from './choice-form'
import styles from './site-drawer.module.css'
import { SourcePlace } from './source-place'

type Answer = UnderstoodSite['answers'][number]
type Chosen = SiteUnderstanding['chosen'][number]

type SiteAnswerRowProps = {
  readonly answer: Answer
  /** What the writer chose about it, null for nothing. */
  readonly chosen: Chosen | null
}

/** One answer: what, from where, and a way to change it where there is one. */
export function SiteAnswerRow({ answer, chosen }: SiteAnswerRowProps) {
  const [isChanging, setChanging] = useState(false)
  const change = useRef<HTMLButtonElement>(null)
  const wasChanging = useRef(false)
  useEffect(() => {
    if (wasChanging.current && !isChanging) change.current?.focus()
    wasChanging.current = isChanging
  }, [isChanging])
  const name = siteStrings.about[answer.about]
  return (
    <li className={styles.row}>
      <b className={styles.about}>{name}</b>
      <div className={styles.answer}>
        <p>
          <WithCode>{answer.answer}</WithCode>
        </p>
        <p className={styles.soft}>
          <Origin answer={answer} chosen={chosen} />
        </p>
        {isChanging && answer.choice !== null ? (
          <ChoiceForm
            choice={answer.choice}
            label={name}
            value={chosen?.value ?? ''}
            onDone={() => setChanging(false)}
            onCancel={() => setChanging(false)}
          />
        ) : null}
      </div>
      {answer.choice === null || isChanging ? null : (
        <div className={styles.buttons}>
          <Button
            ref={change}
            kind="bare"
            aria-label={siteStrings.changeAbout(name)}
            onPress={() => setChanging(true)}
          >
            {siteStrings.change}
          </Button>
          {chosen === null ? null : (
            <TakeBack choice={chosen.choice} name={name} onDone={() => change.current?.focus()} />
          )}
        </div>
      )}
    </li>
  )
}

function Origin({ answer, chosen }: SiteAnswerRowProps) {
  if (chosen !== null)
    return (
      <>
        {siteStrings.chosen}, <SourcePlace source={chosen.source} />
      </>
    )
  if (answer.certainty === 'unknown') return siteStrings.notKnown
  if (answer.certainty === 'chosen') return siteStrings.chosen
  if (answer.certainty === 'inferred') return siteStrings.inferred
  return answer.source === null ? siteStrings.byDefault : <SourcePlace source={answer.source} />
}

type TakeBackProps = {
  readonly choice: Chosen['choice']
  readonly name: string
  readonly onDone: () => void
}

function TakeBack({ choice, name, onDone }: TakeBackProps) {
  const app = useApp()
  const takeBack = async () => {
    onDone()
    const failure = await chooseForSite(app, choice, null)
    if (failure !== null) notify(app.notices, { kind: 'failed', message: failure.message })
  }
  return (
    <Button
      kind="bare"
      aria-label={siteStrings.takeBackAbout(name)}
      onPress={() => void takeBack().catch((error) => notifyFailure(app.notices, error))}
    >
      {siteStrings.takeBack}
    </Button>
  )
}
