import { type ReactNode, useLayoutEffect, useRef, useState } from 'react'
import { readerViews } from './reader-views'
import styles from './reader-width.module.css'
import { usePreviewSettings } from './use-preview-settings'

/**
 * Gives the preview's frame the width of the reader's window: what the site does at that width, it does here. A window wider than the pane is
 * shown smaller.
 */
export function ReaderWidth({ children }: { readonly children: ReactNode }) {
  const { reader } = usePreviewSettings()
  const room = useRef<HTMLDivElement>(null)
  const [roomWidth, setRoomWidth] = useState(0)
  const width = readerViews.find(({ id }) => id === reader)?.widthPixels ?? null
  useLayoutEffect(() => {
    if (room.current === null) return
    const observer = new ResizeObserver(([entry]) => setRoomWidth(entry?.contentRect.width ?? 0))
    observer.observe(room.current)
    return () => observer.disconnect()
  }, [])
  const scale = width === null || roomWidth === 0 ? 1 : Math.min(1, roomWidth / width)
  const style =
    width === null
      ? {}
      : {
          width,
          height: `${100 / scale}%`,
          transform: `scale(${scale})`,
          insetInlineStart: `max(0px, 50% - ${width / 2}px)`,
        }
  return (
    <div ref={room} className={styles.room}>
      <div className={styles.window} data-device={width === null ? undefined : reader} style={style}>
        {children}
      </div>
    </div>
  )
}
