import type { FlavourOrSetup } from '#shared/markdown/flavours/setup'
import { type IncrementalRenderer, openIncrementalRenderer } from '#shared/markdown/incremental'

/** All that decides how a body becomes HTML, besides the body itself. Plain JSON: it is sent to the worker. */
export type RenderSetup = { readonly markdown: FlavourOrSetup }

/** Renders `body` in steps of about a block each. What stands between the writer's text and the Markdown engine is put in here. */
export function openRenderer(body: string, setup: RenderSetup): Generator<undefined, IncrementalRenderer> {
  return openIncrementalRenderer(body, setup.markdown)
}
