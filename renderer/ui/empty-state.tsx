import type { ReactNode } from 'react'
import styles from './empty-state.module.css'

type EmptyStateProps = {
  readonly title: string
  readonly children?: ReactNode
  readonly role?: 'alert' | 'status'
}

/** What a pane says when it has nothing to show: what is so, and what to do next. */
export function EmptyState({ title, children, role = 'status' }: EmptyStateProps) {
  return (
    <div className={styles.empty} role={role}>
      <p className={styles.title}>{title}</p>
      {children}
    </div>
  )
}
