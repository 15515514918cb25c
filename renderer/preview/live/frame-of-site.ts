/** The frame that shows the site's page, inside the page that may frame nothing else. */
export type FrameOfSite = {
  /** Shows a path of the site, also when it is shown already. */
  show(path: string): void
  /** Loads the page that was shown last anew. */
  reload(): void
  end(): void
}

/** What the frame needs. `onBlocked` hears of an address elsewhere that the site's page led to; it is not shown. */
export type FrameOfSiteOptions = {
  readonly origin: string
  readonly title: string
  readonly onBlocked: (address: string) => void
}

/**
 * Puts the frame of the site's page into `outer`, which has loaded `live.html`. The site's scripts run in it on the site's own origin: it
 * can neither move the window, nor open others, nor use the camera and the like, nor see anything of Galley. Throws when its origin
 * is Galley's own, where all that would not hold.
 */
export function createFrameOfSite(
  outer: HTMLIFrameElement,
  { origin, title, onBlocked }: FrameOfSiteOptions,
): FrameOfSite {
  const page = outer.contentDocument
  if (page === null) throw new Error('the page around the site’s frame is not there')
  if (new URL(origin).origin === window.location.origin) throw new Error('the site’s origin is Galley’s own')
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
  return {
    show(path) {
      const address = new URL(path, origin)
      // a path that begins with two slashes would name another host
      shown = address.origin === origin ? address.href : `${origin}/`
      load()
      if (!frame.isConnected) page.body.append(frame)
    },
    reload: load,
    end() {
      page.removeEventListener('securitypolicyviolation', blocked)
      frame.remove()
    },
  }
}
