import type { FlavourOrSetup } from '#shared/markdown/flavours/setup'
import {
  type DocumentRenderer,
  openDocumentRenderer,
  type TemplateValues,
} from '#shared/markdown/templates/document-renderer'

/** All that decides how a body becomes HTML, besides the body itself. Plain JSON: it is sent to the worker. */
export type RenderSetup = {
  readonly markdown: FlavourOrSetup
  /** What template tags in the body refer to; without it they stay as they are written. */
  readonly templates?: TemplateValues | null
}

/** Renders `body` in steps of about a block each. What stands between the writer's text and the Markdown engine is put in here. */
export function openRenderer(body: string, setup: RenderSetup): Generator<undefined, DocumentRenderer> {
  return openDocumentRenderer(body, setup.markdown, setup.templates ?? null)
}
