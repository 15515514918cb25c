/** The first Markdown heading of the top level in a text, without its marks; null when none has words. Takes linear time. */
export function headingOf(text: string): string | null {
  for (const [, line = ''] of text.matchAll(/^ {0,3}#[ \t](.*)$/gm)) {
    const heading = withoutClosingMarks(line.trim())
    if (heading !== '') return heading
  }
  return null
}

function withoutClosingMarks(heading: string): string {
  return heading.replace(/(?:^|[ \t])#+$/, '').trimEnd()
}

/** A name for a post that tells none: its file's name, without date and ending, or its folder's when the file is an `index`. */
export function titleFromPath(path: string): string {
  const segments = path.split('/')
  const file = segments.pop() ?? path
  const stem = file.replace(/\.[^.]+$/, '')
  const name = /^index$/i.test(stem) ? (segments.pop() ?? stem) : stem
  const words = name
    .replace(/^\d{4}-\d{1,2}-\d{1,2}-?/, '')
    .replace(/[-_]+/g, ' ')
    .trim()
  if (words === '') return stem
  return words.charAt(0).toUpperCase() + words.slice(1)
}
