import type { Enricher } from './enrich/enricher'
import type { PageFeature } from './mounted-page'
import type { LivePiece } from './page-view'

/** What may hold code, a formula or a diagram: a page without any needs nothing of all this. */
const worthwhile = /<pre|<code|[$\\]/

/**
 * Colours code, sets formulas and draws diagrams as the site does, all of it later than the text is there. Does nothing for a preview that was given
 * no enrichment.
 */
export const enrichPage: PageFeature = (mounted) => {
  const source = mounted.options.enrichment
  if (source === undefined) return () => {}
  let enricher: Enricher | null = null
  let loading: Promise<void> | null = null
  let isEnded = false

  const start = async (): Promise<void> => {
    const { Enricher } = await import('./enrich/enricher')
    if (isEnded) return
    enricher = new Enricher(mounted, source)
    enricher.take([...mounted.view.pieces])
  }
  const take = (pieces: readonly LivePiece[]): void => {
    if (enricher !== null) enricher.take(pieces)
    else if (loading === null && pieces.some(({ html }) => worthwhile.test(html))) loading = start()
  }
  const ends = [
    mounted.view.onPieces(take),
    source.subscribe(() => {
      if (enricher === null) return
      enricher.use(source.current())
      mounted.view.remake()
    }),
  ]
  mounted.finishing.add(async () => {
    await loading
    await enricher?.finish()
  })
  return () => {
    isEnded = true
    for (const end of ends) end()
    enricher?.dispose()
  }
}
