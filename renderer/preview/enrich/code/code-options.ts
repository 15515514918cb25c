/** What stands behind a fence besides the language. */
export type CodeOptions = {
  /** Lines that the generator marks, counted from 1. */
  readonly marked: ReadonlySet<number>
  /** Whether lines carry numbers; null where the site's setting decides. */
  readonly numbered: boolean | null
  /** The number of the first line. */
  readonly firstLine: number
}

/** Whose options they are. */
export type OptionDialect = 'hugo' | 'hexo' | 'python-markdown' | 'docusaurus'

const maxLine = 100_000

/** `1,3-5 8` as lines. What is no number is passed over. */
function readLines(text: string): ReadonlySet<number> {
  const lines = new Set<number>()
  for (const [, first, last] of text.matchAll(/(\d+)(?:\s*-\s*(\d+))?/g)) {
    const end = Math.min(Number(last ?? first), maxLine)
    for (let line = Number(first); line <= end; line++) lines.add(line)
  }
  return lines
}

function value(info: string, pattern: RegExp): string {
  return (
    pattern
      .exec(info)
      ?.slice(1)
      .find((group) => group !== undefined) ?? ''
  )
}

// gohugo.io/content-management/syntax-highlighting: {linenos=table,hl_lines=["1-3",5],linenostart=7}
function readHugo(info: string): CodeOptions {
  const numbers = value(info, /line_?nos\s*[=:]\s*["']?(\w+)/i).toLowerCase()
  const firstLine = Number(value(info, /line_?no_?start\s*[=:]\s*["']?(\d+)/i) || 1)
  return {
    marked: readLines(value(info, /hl_?lines\s*[=:]\s*(?:\[([^\]]*)\]|"([^"]*)"|'([^']*)'|([\d-]+))/i)),
    numbered: numbers === '' ? null : numbers !== 'false',
    firstLine,
  }
}

// hexo.io/docs/tag-plugins#Code-Block: mark:1,4-7 first_line:3 line_number:false
function readHexo(info: string): CodeOptions {
  const numbers = value(info, /\bline_number:(\w+)/)
  return {
    marked: readLines(value(info, /\bmark:([\d,-]+)/)),
    numbered: numbers === '' ? null : numbers !== 'false',
    firstLine: Number(value(info, /\bfirst_line:(\d+)/) || 1),
  }
}

// python-markdown.github.io/extensions/fenced_code_blocks: hl_lines="1 3" linenums="5"
function readPython(info: string): CodeOptions {
  const start = value(info, /\blinenums=["']?(\d+)/)
  const numbers = value(info, /\b(?:linenums|linenos)=["']?([a-z]+)/i).toLowerCase()
  return {
    marked: readLines(value(info, /\bhl_lines=(?:"([^"]*)"|'([^']*)')/)),
    numbered: start !== '' ? true : numbers === '' ? null : numbers !== 'false',
    firstLine: Number(start || 1),
  }
}

// docusaurus.io/docs/markdown-features/code-blocks: {1,3-5} showLineNumbers=7
function readDocusaurus(info: string): CodeOptions {
  return {
    marked: readLines(value(info, /\{([\d,\s-]+)\}/)),
    numbered: /\bshowLineNumbers\b/.test(info) ? true : null,
    firstLine: Number(value(info, /\bshowLineNumbers=(\d+)/) || 1),
  }
}

const readers: Readonly<Record<OptionDialect, (info: string) => CodeOptions>> = {
  hugo: readHugo,
  hexo: readHexo,
  'python-markdown': readPython,
  docusaurus: readDocusaurus,
}

/** No line is marked and none numbered. */
export const noOptions: CodeOptions = { marked: new Set(), numbered: null, firstLine: 1 }

/** The options in what stands behind a fence, as one generator reads them; null is one that reads none. */
export function readCodeOptions(info: string, dialect: OptionDialect | null): CodeOptions {
  return info === '' || dialect === null ? noOptions : readers[dialect](info)
}
