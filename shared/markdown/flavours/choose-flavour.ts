import { describeFlavour, type FlavourId } from './flavour'
import { type MarkdownOptions, type MarkdownSetup, setupByChoice } from './setup'

/** What is known of a blog when its flavour is chosen. */
export type FlavourEvidence = {
  /** Names of the files and folders at the blog's root. */
  readonly rootFiles: readonly string[]
  /** Posts begin with `key: value` lines and no opening delimiter. */
  readonly openerlessFrontMatter: boolean
  /** Endings of other markup that lies beside the posts, such as `.rst`. */
  readonly otherMarkupEndings: readonly string[]
  /** The generator's name in lower case; null when it is not known. */
  readonly generator: string | null
  /** What the site's configuration says: another renderer's flavour, options, and sentences that tell where that stands. */
  readonly configuration: {
    readonly flavour?: FlavourId
    readonly options: MarkdownOptions
    readonly description: string
  }
}

/** How a blog's Markdown is rendered and why, in sentences for the writer. */
export type FlavourChoice = { readonly setup: MarkdownSetup; readonly reason: string }

const pythonSettings = ['pelicanconf.py', 'publishconf.py']

/** The generators whose flavour has another name, or needs a word of explanation. */
const generators: Readonly<Record<string, { readonly flavour: FlavourId; readonly because?: string }>> = {
  hugo: { flavour: 'hugo' },
  astro: { flavour: 'astro' },
  docusaurus: {
    flavour: 'astro',
    because: 'Docusaurus reads prose the same way; its components are shown as boxes and not run',
  },
  jekyll: { flavour: 'jekyll' },
  hexo: { flavour: 'hexo' },
  eleventy: { flavour: 'eleventy' },
}

type Found = { readonly flavour: FlavourId; readonly because: string; readonly isConfigured: boolean }

function find(evidence: FlavourEvidence): Found {
  const settings = pythonSettings.find((name) => evidence.rootFiles.includes(name))
  if (evidence.generator === 'pelican' || settings !== undefined) {
    const because = settings === undefined ? 'the blog is built with Pelican' : `the blog has a ${settings}`
    return { flavour: 'python-markdown-extra', because, isConfigured: evidence.generator === 'pelican' }
  }
  if (evidence.openerlessFrontMatter) {
    const because = 'the posts begin with their fields and no opening line of dashes'
    return { flavour: 'python-markdown', because, isConfigured: false }
  }
  if (evidence.otherMarkupEndings.includes('.rst')) {
    const because = 'reStructuredText posts lie beside the Markdown ones'
    return { flavour: 'python-markdown', because, isConfigured: false }
  }
  const known = evidence.generator === null ? undefined : generators[evidence.generator]
  if (known !== undefined) {
    const because = known.because ?? 'the blog is built with it'
    return { flavour: known.flavour, because, isConfigured: true }
  }
  return {
    flavour: 'cmark-gfm',
    because: 'nothing in the blog asks for another flavour',
    isConfigured: false,
  }
}

/** The flavour that a blog is most likely published with, set up as its configuration says. */
export function chooseFlavour(evidence: FlavourEvidence): FlavourChoice {
  const { flavour, because, isConfigured } = find(evidence)
  const { configuration } = evidence
  if (!isConfigured) {
    const reason = `${describeFlavour(flavour).label}, because ${because}.`
    return { setup: setupByChoice(flavour), reason }
  }
  if (configuration.flavour !== undefined) {
    const reason = `${describeFlavour(configuration.flavour).label}, because the configuration asks for it.`
    return {
      setup: { flavour: configuration.flavour, options: configuration.options },
      reason: sentences(reason, configuration.description),
    }
  }
  const { options } = configuration
  const named = flavour === 'hugo' && options.unsafe === true ? 'hugo-unsafe' : flavour
  const html =
    flavour !== 'hugo'
      ? ''
      : options.unsafe === true
        ? '; its configuration allows HTML'
        : '; its configuration leaves out HTML'
  const reason = `${describeFlavour(flavour).label}, because ${because}${html}.`
  return { setup: { flavour: named, options }, reason: sentences(reason, configuration.description) }
}

const sentences = (...parts: readonly string[]): string => parts.filter((part) => part !== '').join(' ')
