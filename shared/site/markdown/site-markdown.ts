import type { FlavourId } from '../../markdown/flavours/flavour'
import type { MarkdownOptions, OptionValue } from '../../markdown/flavours/setup'

/** What a site's configuration says about its Markdown. */
export type SiteMarkdown = {
  /** The flavour, where the configuration names another renderer than the generator's own. */
  readonly flavour?: FlavourId
  readonly options: MarkdownOptions
  /** Which settings came from which file, in the order of the files. */
  readonly sources: readonly { readonly file: string; readonly settings: readonly string[] }[]
  /** What the preview cannot show, and why: sentences for the writer. */
  readonly notes: readonly string[]
}

/** Collects what configuration files say, for one site. */
export class SiteMarkdownBuilder {
  private readonly options: { [option: string]: OptionValue } = {}
  private readonly settings = new Map<string, string[]>()
  private readonly notes: string[] = []
  flavour: FlavourId | undefined

  /** Takes a setting over: `setting` is what the file calls it, `option` what the flavour does. Nothing happens where `value` is undefined. */
  set(file: string, setting: string, option: string, value: OptionValue | undefined): void {
    if (value === undefined) return
    this.options[option] = value
    this.tell(file, setting)
  }

  /** Takes over what holds without any setting. */
  default(option: string, value: OptionValue): void {
    this.options[option] = value
  }

  /** Notes that a setting of a file counts. */
  tell(file: string, setting: string): void {
    const known = this.settings.get(file) ?? []
    if (!known.includes(setting)) known.push(setting)
    this.settings.set(file, known)
  }

  /** Notes what the preview cannot show. */
  note(sentence: string): void {
    if (!this.notes.includes(sentence)) this.notes.push(sentence)
  }

  build(): SiteMarkdown {
    const { flavour, options, notes } = this
    const sources = [...this.settings].map(([file, settings]) => ({ file, settings }))
    return flavour === undefined ? { options, sources, notes } : { flavour, options, sources, notes }
  }
}

/** What a site says that says nothing. */
export const noSiteMarkdown: SiteMarkdown = { options: {}, sources: [], notes: [] }

/** Words one after the other: `a`, `a and b`, `a, b and c`. */
export function inWords(words: readonly string[]): string {
  return words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} and ${words.at(-1)}`
}

/** Which settings came from which file, and what is not shown: sentences, empty where there is nothing to say. */
export function describeSiteMarkdown({ sources, notes }: SiteMarkdown): string {
  const told = sources.map(({ file, settings }) => `${file} sets ${inWords(settings)}.`)
  return [...told, ...notes].join(' ')
}
