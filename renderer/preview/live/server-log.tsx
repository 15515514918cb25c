import { useLayoutEffect, useRef } from 'react'
import { liveStrings } from '../../strings/live-server'
import styles from './live.module.css'

/** What the server prints, the newest line in sight unless the reader has scrolled up. */
export function ServerLog({ lines }: { readonly lines: readonly string[] }) {
  const box = useRef<HTMLDivElement>(null)
  const isAtEnd = useRef(true)
  // biome-ignore lint/correctness/useExhaustiveDependencies: new lines are what makes it scroll
  useLayoutEffect(() => {
    if (isAtEnd.current && box.current !== null) box.current.scrollTop = box.current.scrollHeight
  }, [lines])
  return (
    <div
      ref={box}
      className={styles.log}
      role="log"
      aria-label={liveStrings.logTitle}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: a box that scrolls must be reachable by keyboard
      tabIndex={0}
      onScroll={({ currentTarget }) => {
        const { scrollTop, scrollHeight, clientHeight } = currentTarget
        isAtEnd.current = scrollTop + clientHeight > scrollHeight - 8
      }}
    >
      {lines.length === 0 ? <p className={styles.soft}>{liveStrings.noLog}</p> : lines.join('\n')}
    </div>
  )
}
