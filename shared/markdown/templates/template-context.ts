/** A value as JSON has it: what a configuration or front matter holds. */
export type PlainValue =
  | null
  | boolean
  | number
  | string
  | readonly PlainValue[]
  | { readonly [key: string]: PlainValue }

/** Values by name. */
export type PlainValues = { readonly [key: string]: PlainValue }

/** Another post or page of the site, as a template can name it. */
export type SitePage = {
  /** Its file, relative to the site's folder. */
  readonly path: string
  /** Where the site publishes it, from the site's root on, without `baseurl`; null where that cannot be told. */
  readonly address: string | null
  readonly title: string
}

/** What template tags may know of the site: read from its files as they are, nothing of it is ever run. Plain JSON. */
export type TemplateContext = {
  /** Whether there is a site at all: without one nothing can be said about files that are missing. */
  readonly isSite: boolean
  /** The site may have tags of its own: plug-ins, scripts, a theme from elsewhere. */
  readonly hasOwnTags: boolean
  /** Templates may come from elsewhere, such as a theme that is a package: one that is not found may be there all the same. */
  readonly hasForeignFiles: boolean
  /** The site's configuration. */
  readonly site: PlainValues
  /** Templates by the name that a tag gives: includes of Jekyll and Eleventy, shortcodes of Hugo without their ending. */
  readonly files: { readonly [name: string]: string }
  readonly pages: readonly SitePage[]
}

/** More pages are not told; one that is missing then may be there all the same. */
export const maxPages = 10_000

/** A text outside of any site. */
export const emptyTemplateContext: TemplateContext = {
  isSite: false,
  hasOwnTags: false,
  hasForeignFiles: false,
  site: {},
  files: {},
  pages: [],
}

/** The value that `values` itself holds under `key`, not one of its prototype's. */
export function ownValue<Value>(values: { readonly [key: string]: Value }, key: string): Value | undefined {
  return Object.hasOwn(values, key) ? values[key] : undefined
}
