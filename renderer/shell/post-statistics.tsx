import { useEffect, useState } from 'react'
import type { PostPath } from '#shared/contract/post-path'
import { notifyFailure } from '../state/notices'
import { shellStrings } from '../strings/shell'
import { useApp } from './app-context'
import styles from './status-bar.module.css'

type Statistics = { readonly words: number; readonly readingMinutes: number }

/** Counting waits this long after the last change, so that typing never waits for it. */
const countAfterMs = 250

/** Words and reading time of the post shown, a moment after each change. */
export function PostStatistics() {
  const app = useApp()
  const [counted, setCounted] = useState<Statistics | null>(null)
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined
    let stop = () => {}
    let gone = false
    Promise.all([app.loadEditor(), import('#shared/markdown/text-statistics')])
      .then(([editor, { countWords }]) => {
        if (gone) return
        const count = () => setCounted(countWords(editor.body()))
        let last: PostPath | null = editor.snapshot()?.path ?? null
        stop = editor.onUpdate(({ path }) => {
          clearTimeout(timer)
          timer = setTimeout(count, path === last ? countAfterMs : 0)
          last = path
        })
        count()
      })
      .catch((error) => notifyFailure(app.notices, error))
    return () => {
      gone = true
      clearTimeout(timer)
      stop()
    }
  }, [app])
  if (counted === null) return null
  return <span className={styles.item}>{shellStrings.words(counted.words, counted.readingMinutes)}</span>
}
