import type { PageFeature } from './mounted-page'

/** Puts a box in the place of what the host could not give. */
export const replaceMissing: PageFeature = ({ page, view, media }) => {
  const replace = (event: Event): void => {
    const failed = event.target as Element
    if (media.tryFromRoot(failed)) return
    const player = failed.nodeName === 'SOURCE' ? failed.parentElement : null
    const box = media.boxForMissing(failed)
    if (box && !player) view.replace(failed, box)
  }
  // errors of media do not bubble: only a capturing listener hears them
  page.article.addEventListener('error', replace, true)
  return () => page.article.removeEventListener('error', replace, true)
}
