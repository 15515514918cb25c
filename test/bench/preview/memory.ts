import type { FlavourId } from '#shared/markdown/flavours/flavour'
import type { Way } from './bench-page'
import type { PostWithCaret } from './long-post'
import { withBenchPage } from './serve-bench'

type Measurement = { readonly bytes: number }

/**
 * Bytes that the page with a post shown one way takes: scripts, documents and workers, as the browser counts them itself, garbage collected.
 */
export function memoryOf(post: PostWithCaret, flavour: FlavourId, way: Way): Promise<number> {
  return withBenchPage(async (page) => {
    const measure = (): Promise<number> =>
      page.evaluate(async () => {
        if (!crossOriginIsolated) throw new Error('the page is not isolated')
        const { measureUserAgentSpecificMemory: measure } = performance as unknown as {
          measureUserAgentSpecificMemory(): Promise<Measurement>
        }
        return (await measure.call(performance)).bytes
      })
    await page.evaluate(({ post, flavour, way }) => window.previewBench.open(post, flavour, [way]), {
      post,
      flavour,
      way,
    } as const)
    return measure()
  })
}
