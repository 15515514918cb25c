import type { SourceFile } from '../profile'

/** The posts of a site as they were judged last; before that, their paths alone. A new post is made like them. */
export class KnownSources {
  private sources: readonly SourceFile[]

  constructor(paths: readonly string[]) {
    this.sources = paths.map((path) => ({
      ...{ path, values: null, quoted: new Set<string>(), hasFrontMatter: false, heading: null },
      ...{ modifiedAt: 0, createdAt: 0 },
    }))
  }

  /** Takes in what was judged, of which `isPost` are posts. */
  remember(sources: readonly SourceFile[], isPost: (path: string) => boolean): void {
    this.sources = sources.filter(({ path }) => isPost(path))
  }

  get posts(): readonly SourceFile[] {
    return this.sources
  }
}
