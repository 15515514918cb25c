import styles from './mark.module.css'

type MarkProps = {
  readonly tone: 'draft' | 'changed' | 'quiet'
  /** The reason, shown when pointed at. */
  readonly title?: string | undefined
  readonly children: string
}

/** A small word that marks a state: amber for drafts, the accent for what was changed, grey for what is left out. */
export function Mark({ tone, title, children }: MarkProps) {
  return (
    <span className={`${styles.mark} ${styles[tone]}`} title={title}>
      {children}
    </span>
  )
}
