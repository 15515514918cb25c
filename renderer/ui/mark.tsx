import styles from './mark.module.css'

/** A small word that marks a state: amber for drafts, the accent for what was changed. */
export function Mark({ tone, children }: { readonly tone: 'draft' | 'changed'; readonly children: string }) {
  return <span className={`${styles.mark} ${styles[tone]}`}>{children}</span>
}
