import type { PageFeature } from './mounted-page'

/** What a page keeps from being loaded from other hosts: how many media, and from which hosts. */
export type RemoteMedia = { readonly count: number; readonly hosts: readonly string[] }

/** A page that keeps nothing from being loaded. */
export const noRemoteMedia: RemoteMedia = { count: 0, hosts: [] }

/** Counting waits this long after the page last changed. */
const pauseMs = 200

/** Tells how much of the page lies on other hosts and is not loaded, a moment after that changes. */
export const tellRemoteMedia: PageFeature = ({ page, media, options }) => {
  let timer: ReturnType<typeof setTimeout> | undefined
  let told = ''
  const tell = (): void => {
    const boxes = [...page.document.querySelectorAll('.galley-box')]
    const hosts = boxes.flatMap((box) => media.remoteHostOf(box) ?? [])
    const remote: RemoteMedia = { count: hosts.length, hosts: [...new Set(hosts)] }
    const now = JSON.stringify(remote)
    if (now !== told) options.onRemoteMedia?.(remote)
    told = now
  }
  const observer = new MutationObserver(() => {
    clearTimeout(timer)
    timer = setTimeout(tell, pauseMs)
  })
  observer.observe(page.document.body, { childList: true, subtree: true })
  return () => {
    observer.disconnect()
    clearTimeout(timer)
  }
}
