import type { SiteUnderstanding } from '#shared/contract/site-understanding'
import styles from './site-drawer.module.css'

type Source = SiteUnderstanding['chosen'][number]['source']

/** A file of the blog and the line in it. */
export function SourcePlace({ source }: { readonly source: Source }) {
  return (
    <code className={styles.place}>
      {source.line === null ? source.file : `${source.file}:${source.line}`}
    </code>
  )
}
