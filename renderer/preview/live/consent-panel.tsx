import { useId, useState } from 'react'
import type { BlogId } from '#shared/contract/blog'
import type { ServeChoice, SiteServer } from '#shared/contract/serve-request'
import { useApp } from '../../shell/app-context'
import { liveStrings } from '../../strings/live-server'
import { Button } from '../../ui/button'
import styles from './live.module.css'
import { ServerLog } from './server-log'
import { forgetSiteServer, startSiteServer } from './use-site-server'

type ConsentPanelProps = { readonly blog: BlogId; readonly server: SiteServer }

const own = 'own'

/** Says what would run, where, and that it is the blog's own code; runs nothing before the writer has said yes. */
export function ConsentPanel({ blog, server }: ConsentPanelProps) {
  const app = useApp()
  const { state, choices, consented, folder, log } = server
  const [chosen, setChosen] = useState<string | null>(null)
  const [line, setLine] = useState('')
  const [remembers, setRemembers] = useState<boolean | null>(null)
  const heading = useId()
  const help = useId()
  const choice =
    choices.find(({ key }) => key === (chosen ?? consented)) ?? (chosen === own ? undefined : choices[0])
  const isOwn = choice === undefined
  const remember = remembers ?? consented !== null
  const start = () =>
    startSiteServer(app, blog, isOwn ? { kind: 'typed', line } : { kind: 'shown', key: choice.key }, remember)
  return (
    <section className={styles.panel} aria-labelledby={heading}>
      <h2 id={heading} className={styles.title}>
        {liveStrings.title}
      </h2>
      {state.kind === 'failed' ? (
        <>
          <p className={styles.failed} role="alert">
            {state.message}
          </p>
          {log.length === 0 ? null : <ServerLog lines={log} />}
        </>
      ) : (
        <p>{liveStrings.what}</p>
      )}
      <p className={styles.warning}>{liveStrings.risk}</p>
      {choices.length === 0 ? (
        <p>{liveStrings.unknown}</p>
      ) : (
        <fieldset className={styles.choices}>
          <legend className={styles.label}>{liveStrings.commandLabel}</legend>
          {[...choices, null].map((offered) => {
            const value = offered?.key ?? own
            return (
              <label key={value} className={styles.choice}>
                <input
                  type="radio"
                  name={heading}
                  checked={value === (choice?.key ?? own)}
                  onChange={() => setChosen(value)}
                />
                {offered === null ? liveStrings.own : <code className={styles.line}>{offered.line}</code>}
              </label>
            )
          })}
        </fieldset>
      )}
      {isOwn ? (
        <label className={styles.field}>
          <span className={styles.label}>{liveStrings.ownLabel}</span>
          <input
            className={styles.input}
            value={line}
            onChange={({ target }) => setLine(target.value)}
            aria-describedby={help}
            spellCheck="false"
            autoCapitalize="off"
          />
        </label>
      ) : (
        <ChoiceFacts choice={choice} />
      )}
      {isOwn ? (
        <p id={help} className={styles.soft}>
          {liveStrings.ownHelp}
        </p>
      ) : null}
      <p className={styles.soft}>
        {liveStrings.folder} <code className={styles.line}>{folder}</code>
      </p>
      <label className={styles.remember}>
        <input type="checkbox" checked={remember} onChange={({ target }) => setRemembers(target.checked)} />
        <span>
          {liveStrings.remember}
          <br />
          <span className={styles.soft}>{liveStrings.rememberHelp}</span>
        </span>
      </label>
      <div className={styles.buttons}>
        {consented === null ? null : (
          <Button onPress={() => forgetSiteServer(app, blog)}>{liveStrings.forget}</Button>
        )}
        <Button kind="primary" onPress={start} isDisabled={isOwn && line.trim() === ''}>
          {state.kind === 'failed' ? liveStrings.startAgain : liveStrings.start}
        </Button>
      </div>
    </section>
  )
}

/** What is to be known of a command before it runs. */
function ChoiceFacts({ choice }: { readonly choice: ServeChoice }) {
  const { line, environment, leadsTo, alsoRuns, writes, needs } = choice
  return (
    <div className={styles.facts}>
      {leadsTo === null ? null : (
        <p>
          {liveStrings.leadsTo} <code className={styles.line}>{leadsTo}</code>
        </p>
      )}
      {needs === null ? null : <p className={styles.needs}>{needs}</p>}
      <p>
        {[
          line.includes('{reload-port}')
            ? liveStrings.ports
            : line.includes('{port}')
              ? liveStrings.port
              : null,
          environment.length === 0 ? null : liveStrings.environment(environment.join(', ')),
          [line, ...environment].some((text) => text.includes('{scratch}')) ? liveStrings.scratch : null,
          alsoRuns === null ? null : liveStrings.alsoRuns(alsoRuns),
          writes ?? (choice.id === 'typed' ? null : liveStrings.writesNothing),
        ]
          .filter((sentence) => sentence !== null)
          .join(' ')}
      </p>
    </div>
  )
}
