import type { PageFeature } from './mounted-page'

/** Keeps the page's theme that of the interface. */
export const followTheme: PageFeature = ({ page }) => {
  // a site's page wears the site's own
  if (page.kind === 'site') return () => undefined
  const interfaceRoot = document.documentElement
  const follow = (): void => {
    page.document.documentElement.dataset.theme = interfaceRoot.dataset.theme ?? 'light'
  }
  follow()
  const observer = new MutationObserver(follow)
  observer.observe(interfaceRoot, { attributes: true, attributeFilter: ['data-theme'] })
  return () => observer.disconnect()
}
