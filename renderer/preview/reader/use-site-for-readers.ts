import { useEffect, useState } from 'react'
import type { SiteForReaders } from '#shared/contract/site-for-readers'
import { useApp } from '../../shell/app-context'
import { notifyFailure } from '../../state/notices'

/** What readers meet of the open blog's site; null until it is known. */
export function useSiteForReaders(): SiteForReaders | null {
  const app = useApp()
  const [site, setSite] = useState<SiteForReaders | null>(null)
  useEffect(() => {
    const blog = app.blog.getState()
    if (blog.kind !== 'open') return
    let gone = false
    app.client
      .call('site.describeToReaders', { blog: blog.blog.id })
      .then((described) => {
        if (!gone) setSite(described)
      })
      .catch((error) => notifyFailure(app.notices, error))
    return () => {
      gone = true
    }
  }, [app])
  return site
}
