import type { PostPath } from '#shared/contract/post-path'
import { quotedKeys } from '#shared/front-matter/quoted-keys'
import { valuesOfOtherMarkup } from '#shared/post/other-markup'
import type { PostValues } from '#shared/post/post-values'
import { headingOf } from '#shared/post/title'
import type { GeneratorId } from '#shared/site/detect-generator'
import { parseValues } from './parse-values'
import { type Head, readHead } from './read-head'
import type { WalkedFile } from './walk-blog'

/** What one file's first lines say, before the blog as a whole has told which dialects it uses. */
export type PostReading = {
  readonly path: PostPath
  readonly markup: 'markdown' | 'other'
  readonly needs: Head['needs']
  /** True also for a block with a mistake in it. */
  readonly hasFrontMatter: boolean
  /** null: no front matter, or none that can be read. */
  readonly values: PostValues | null
  /** Keys at the top level whose value is a quoted text. */
  readonly quoted: ReadonlySet<string>
  readonly heading: string | null
  /** The text, for evidence, of a post whose block counts only where the blog uses such; null otherwise. */
  readonly undelimitedText: string | null
}

/** Reads and understands a file's head; a mistake in its front matter is no failure, it only leaves `values` null. */
export async function readPostHead(file: WalkedFile, generator: GeneratorId | null): Promise<PostReading> {
  const head = await readHead(file.real, file.path, generator)
  const values = valuesIn(head, file.markup)
  return {
    path: file.path,
    markup: file.markup,
    needs: head.needs,
    hasFrontMatter: head.located.kind === 'found',
    values,
    quoted: quotedIn(head, values),
    heading: file.markup === 'markdown' ? headingOf(head.text.slice(head.located.bodyFrom)) : null,
    undelimitedText: head.needs === 'nothing' ? null : head.text,
  }
}

function valuesIn({ text, located }: Head, markup: PostReading['markup']): PostValues | null {
  if (located.kind === 'found') {
    try {
      return parseValues(text, located)
    } catch {
      // The editor shows the mistake and its place; the list falls back to the heading and the file's name.
      return null
    }
  }
  return markup === 'other' ? valuesOfOtherMarkup(text) : null
}

const noKeys: ReadonlySet<string> = new Set()

function quotedIn({ text, located }: Head, values: PostValues | null): ReadonlySet<string> {
  if (located.kind !== 'found' || values === null) return noKeys
  return quotedKeys(text.slice(located.block.from, located.block.to), located.language, values)
}
