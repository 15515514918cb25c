import type { Patch, Unit } from '#shared/markdown/incremental'
import type { PlainValues, TemplateContext } from '#shared/markdown/templates/template-context'
import type { TextChange } from '#shared/text/text-change'
import type { RenderSetup } from './open-renderer'

/** What the interface asks of the worker. `id` counts the texts that were opened; answers to an earlier one are of no interest any more. */
export type RenderRequest =
  /** Renders a text, whatever was open before; with its beginning first where it is long and `beginningFirst` is asked for. */
  | {
      readonly kind: 'open'
      readonly id: number
      readonly setup: RenderSetup
      readonly body: string
      readonly beginningFirst: boolean
    }
  /** Follows an edit of the open text, which is `length` long then. */
  | {
      readonly kind: 'edit'
      readonly id: number
      readonly changes: readonly TextChange[]
      readonly length: number
    }
  /** Follows another front matter, or another site where `context` is given, for the open text's template tags. */
  | {
      readonly kind: 'templates'
      readonly id: number
      readonly page: PlainValues
      readonly context: TemplateContext | null
    }

/** A patch with the units whose HTML is another, by their new index. */
export type UnitPatch = Omit<Patch, 'changed'> & { readonly changed: readonly (readonly [number, Unit])[] }

/** What the worker answers. */
export type RenderReply =
  /** Sent once, when the worker can be asked. */
  | { readonly kind: 'ready' }
  /** A sign of life while a long text is opened. */
  | { readonly kind: 'working'; readonly id: number }
  /** About the first screen of a long text, read as if the text ended there. */
  | { readonly kind: 'beginning'; readonly id: number; readonly units: readonly Unit[] }
  /** The open text's units, in several parts where they are many. */
  | {
      readonly kind: 'units'
      readonly id: number
      readonly units: readonly Unit[]
      readonly isLast: boolean
    }
  | { readonly kind: 'patch'; readonly id: number; readonly patch: UnitPatch }
  /** The request ended in an error, which is a mistake in Galley. */
  | { readonly kind: 'failed'; readonly id: number; readonly message: string }
