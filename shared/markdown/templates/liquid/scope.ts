import type { ExpansionJob } from '../expansion'
import { ownValue, type PlainValue } from '../template-context'
import type { Scope } from './expressions'
import { Unknown, unknown, type Value } from './values'

/** What a build works out itself: jekyllrb.com/docs/variables, 11ty.dev/docs/data-eleventy-supplied. */
const builtByJekyll: { readonly [name: string]: ReadonlySet<string> } = {
  site: new Set([
    ...['time', 'pages', 'posts', 'related_posts', 'static_files', 'html_pages', 'html_files', 'collections'],
    ...['data', 'documents', 'categories', 'tags', 'github'],
  ]),
  page: new Set([
    ...['content', 'excerpt', 'url', 'date', 'id', 'categories', 'tags', 'collection', 'path', 'next'],
    ...['previous', 'name', 'dir', 'slug', 'ext', 'output', 'relative_path'],
  ]),
}

const builtByEleventy: { readonly [name: string]: ReadonlySet<string> } = {
  page: new Set([
    ...['url', 'fileSlug', 'filePathStem', 'date', 'inputPath', 'outputPath', 'outputFileExtension'],
    ...['templateSyntax', 'rawInput', 'lang'],
  ]),
}

/** Names that stand for something only in a build. */
const buildOnly = {
  jekyll: new Set(['jekyll', 'layout', 'content', 'paginator', 'theme']),
  eleventy: new Set(['eleventy', 'collections', 'content']),
} as const

/** The names of a post's template: what its tags set, the front matter, the site's configuration. */
export class LiquidScope implements Scope {
  private readonly assigned = new Map<string, Value>()
  private readonly frames: { readonly [name: string]: Value }[] = []

  constructor(
    private readonly generator: 'jekyll' | 'eleventy',
    private readonly job: ExpansionJob,
  ) {}

  assign(name: string, value: Value): void {
    this.assigned.set(name, value)
  }

  /** Names that hold until `pop`. */
  push(frame: { readonly [name: string]: Value }): void {
    this.frames.push(frame)
  }

  pop(): void {
    this.frames.pop()
  }

  valueOf(name: string): Value {
    const frame = this.frames.findLast((candidate) => Object.hasOwn(candidate, name))
    if (frame) return frame[name] ?? null
    const assigned = this.assigned.get(name)
    if (assigned !== undefined) return assigned
    return this.generator === 'jekyll' ? this.jekyllValue(name) : this.eleventyValue(name)
  }

  isUnknown(name: string, key: string): boolean {
    const built = ownValue(this.generator === 'jekyll' ? builtByJekyll : builtByEleventy, name)
    if (built?.has(key) !== true) return false
    // what the front matter sets is known, but for a date, which a build writes out in full
    const isSet = this.generator === 'jekyll' && name === 'page' && ownValue(this.job.page, key) !== undefined
    return !isSet || key === 'date'
  }

  private jekyllValue(name: string): Value {
    if (name === 'site') return { baseurl: '', ...this.job.context.site }
    if (name === 'page') return this.job.page
    return buildOnly.jekyll.has(name) ? unknown : null
  }

  private eleventyValue(name: string): Value {
    if (name === 'page') return {}
    const value: PlainValue | undefined = ownValue(this.job.page, name)
    if (value !== undefined) return value
    // a name that the post does not set may come from the site's data
    return this.job.context.isSite || buildOnly.eleventy.has(name) ? unknown : null
  }
}

/** Whether every one of `values` is known. */
export function allKnown(values: readonly Value[]): values is readonly PlainValue[] {
  return !values.some((value) => value instanceof Unknown)
}
