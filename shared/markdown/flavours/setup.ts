import { type FlavourId, isFlavourId } from './flavour'

/** A value of a generator's configuration. */
export type OptionValue =
  | string
  | number
  | boolean
  | null
  | readonly OptionValue[]
  | { readonly [key: string]: OptionValue }

/** What a site sets otherwise than its generator does by itself, by the names of the flavour's own options. */
export type MarkdownOptions = { readonly [option: string]: OptionValue }

/** How a site's Markdown is rendered: plain JSON, so that it passes between processes. */
export type MarkdownSetup = { readonly flavour: FlavourId; readonly options: MarkdownOptions }

/** A setup, or a flavour as its generator sets it up by itself. */
export type FlavourOrSetup = FlavourId | MarkdownSetup

/** The setup that is meant. */
export function setupOf(given: FlavourOrSetup): MarkdownSetup {
  return typeof given === 'string' ? { flavour: given, options: {} } : given
}

/** The setup of a flavour that nothing but a choice speaks for. GitHub shows alerts, which its Markdown alone does not know. */
export function setupByChoice(flavour: FlavourId): MarkdownSetup {
  return { flavour, options: flavour === 'cmark-gfm' ? { alerts: true } : {} }
}

/** The setup for a blog whose writer chose a flavour: the detected one when that is it, or nothing that is known was chosen. */
export function chosenSetup(detected: MarkdownSetup, chosen: string | null): MarkdownSetup {
  if (chosen === null || chosen === detected.flavour || !isFlavourId(chosen)) return detected
  return setupByChoice(chosen)
}

/** A flavour's options where `given` says otherwise than `defaults`; a value of another kind than the default's says nothing. */
export function withDefaults<Options extends object>(defaults: Options, given: MarkdownOptions): Options {
  const told = Object.entries(defaults).filter(([name, value]) => kindOf(given[name]) === kindOf(value))
  return { ...defaults, ...Object.fromEntries(told.map(([name]) => [name, given[name]])) }
}

function kindOf(value: unknown): string {
  return Array.isArray(value) ? 'list' : value === null ? 'null' : typeof value
}
