import { fail } from '#shared/contract/failure'
import { liveStrings } from '../../strings/live-server'

/** The frame that shows the site's page, inside the page that may frame nothing else. */
export type FrameOfSite = {
  /** Shows a path of the site, also when it is shown already. */
  show(path: string): void
  /** Loads the page anew, at the place where it is scrolled to if the server has given it the means, else what was shown last. */
  reload(): void
  end(): void
}

/** A page that loads itself anew says so within this time. */
const answerWithinMs = 500

/** What the frame needs. `onBlocked` hears of an address elsewhere that the site's page led to; it is not shown. */
export type FrameOfSiteOptions = {
  readonly origin: string
  readonly title: string
  readonly onBlocked: (address: string) => void
}

/**
 * Puts the frame of the site's page into `outer`, which has loaded `live.html`. The site's scripts run in it on the site's own origin: it
 * can neither move the window, nor open others, nor use the camera and the like, nor see anything of Galley. Refused when its origin
 * is Galley's own, where all that would not hold.
 */
export function createFrameOfSite(
  outer: HTMLIFrameElement,
  { origin, title, onBlocked }: FrameOfSiteOptions,
): FrameOfSite {
  const page = outer.contentDocument
  if (page === null) throw new Error('the page around the site’s frame is not there')
  if (new URL(origin).origin === window.location.origin) fail('refused', liveStrings.sameOrigin)
  const frame = page.createElement('iframe')
  frame.setAttribute('sandbox', 'allow-scripts allow-same-origin allow-forms')
  frame.referrerPolicy = 'no-referrer'
  frame.allow = ''
  frame.title = title
  Object.assign(frame.style, {
    display: 'block',
    width: '100%',
    height: '100%',
    border: '0',
    background: '#fff',
  })
  let shown: string | null = null
  const load = (): void => {
    if (shown !== null) frame.src = shown
  }
  const blocked = (event: SecurityPolicyViolationEvent): void => {
    // another site in the frame: the policy has stopped it, and what is shown is an error page
    load()
    onBlocked(event.blockedURI)
  }
  page.addEventListener('securitypolicyviolation', blocked)
  let waiting: ReturnType<typeof setTimeout> | undefined
  const answered = ({ source, data }: MessageEvent): void => {
    if (source === frame.contentWindow && data === 'galley:reloading') clearTimeout(waiting)
  }
  window.addEventListener('message', answered)
  return {
    show(path) {
      const address = new URL(path, origin)
      // a path that begins with two slashes would name another host
      shown = address.origin === origin ? address.href : `${origin}/`
      load()
      if (!frame.isConnected) page.body.append(frame)
    },
    reload() {
      // see the server's side in reload-proxy.ts; the message says nothing that another page could not know
      clearTimeout(waiting)
      waiting = setTimeout(load, answerWithinMs)
      frame.contentWindow?.postMessage('galley:reload', origin)
    },
    end() {
      clearTimeout(waiting)
      window.removeEventListener('message', answered)
      page.removeEventListener('securitypolicyviolation', blocked)
      frame.remove()
    },
  }
}
