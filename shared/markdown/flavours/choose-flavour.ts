import type { FlavourId } from './flavour'

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
  /** A Hugo site publishes the writer's own HTML. */
  readonly allowsRawHtml: boolean
}

/** A flavour and why, in one sentence for the writer. */
export type FlavourChoice = { readonly flavour: FlavourId; readonly reason: string }

const pythonSettings = ['pelicanconf.py', 'publishconf.py']

/** The flavour that a blog is most likely published with. */
export function chooseFlavour(evidence: FlavourEvidence): FlavourChoice {
  const settings = pythonSettings.find((name) => evidence.rootFiles.includes(name))
  if (evidence.generator === 'pelican' || settings !== undefined) {
    const because = settings === undefined ? 'the blog is built with Pelican' : `the blog has a ${settings}`
    return { flavour: 'python-markdown-extra', reason: `Python-Markdown Extra, because ${because}.` }
  }
  if (evidence.openerlessFrontMatter) {
    return {
      flavour: 'python-markdown',
      reason: 'Python-Markdown, because the posts begin with their fields and no opening line of dashes.',
    }
  }
  if (evidence.otherMarkupEndings.includes('.rst')) {
    return {
      flavour: 'python-markdown',
      reason: 'Python-Markdown, because reStructuredText posts lie beside the Markdown ones.',
    }
  }
  if (evidence.generator === 'hugo') {
    return evidence.allowsRawHtml
      ? {
          flavour: 'hugo-unsafe',
          reason: 'Hugo, because the blog is built with it; its configuration allows HTML.',
        }
      : {
          flavour: 'hugo',
          reason: 'Hugo, because the blog is built with it; its configuration leaves out HTML.',
        }
  }
  if (evidence.generator === 'astro') {
    return { flavour: 'astro', reason: 'Astro, because the blog is built with it.' }
  }
  if (evidence.generator === 'docusaurus') {
    return {
      flavour: 'astro',
      reason: 'Astro, because Docusaurus reads prose the same way; MDX components are not run.',
    }
  }
  if (evidence.generator === 'jekyll') {
    return { flavour: 'jekyll', reason: 'Jekyll, because the blog is built with it.' }
  }
  if (evidence.generator === 'hexo') {
    return { flavour: 'hexo', reason: 'Hexo, because the blog is built with it.' }
  }
  if (evidence.generator === 'eleventy') {
    return { flavour: 'eleventy', reason: 'Eleventy, because the blog is built with it.' }
  }
  return {
    flavour: 'cmark-gfm',
    reason: 'GitHub Markdown, because nothing in the blog asks for another flavour.',
  }
}
