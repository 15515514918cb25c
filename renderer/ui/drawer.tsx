import X from 'lucide-react/dist/esm/icons/x.mjs'
import { type ReactNode, useEffect, useId, useRef } from 'react'
import { Button } from './button'
import styles from './drawer.module.css'

type DrawerProps = {
  readonly title: string
  readonly closeLabel: string
  readonly onClose: () => void
  readonly children: ReactNode
}

/** A panel over the preview, never over the text. Takes the focus when it opens, gives it back when it closes; Escape closes it. */
export function Drawer({ title, closeLabel, onClose, children }: DrawerProps) {
  const heading = useId()
  const panel = useRef<HTMLElement>(null)
  useEffect(() => {
    const before = document.activeElement
    panel.current?.focus()
    return () => {
      if (before instanceof HTMLElement && before.isConnected) before.focus()
    }
  }, [])
  return (
    <section
      ref={panel}
      className={styles.drawer}
      role="dialog"
      aria-labelledby={heading}
      tabIndex={-1}
      onKeyDown={(event) => {
        if (event.key !== 'Escape' || event.defaultPrevented) return
        event.preventDefault()
        onClose()
      }}
    >
      <header className={styles.header}>
        <h2 id={heading} className={styles.title}>
          {title}
        </h2>
        <Button kind="bare" aria-label={closeLabel} onPress={onClose}>
          <X size={16} aria-hidden="true" />
        </Button>
      </header>
      <div className={styles.content}>{children}</div>
    </section>
  )
}
