import { codeInfo } from '../../code-info'
import type { Syntax } from './syntax'

function escapeCode(code: string): string {
  return code.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;').replace(/"/g, '&quot;')
}

function stripLineFeeds(code: string): string {
  return code.replace(/^\n+|\n+$/g, '')
}

type CodeSyntax = Pick<Syntax, 'codeHilite' | 'codeClass'>

/** What a fence says about its code. */
export type CodeInfo = {
  readonly language: string
  readonly classes: readonly string[]
  /** What it says to the highlighter besides. */
  readonly options: string
}

/** A fence's code: in the box that `codehilite` puts around it, the fence's classes before its own, or bare where that is off. */
export function codeBlockHtml(code: string, info: CodeInfo, syntax: CodeSyntax): string {
  return syntax.codeHilite ? highlightBox(code, info, syntax) : bareBox(code, info)
}

/** Pygments takes the language's name away; here it stays, for what colours the code. */
function highlightBox(
  code: string,
  { language, classes, options }: CodeInfo,
  { codeClass }: CodeSyntax,
): string {
  const stripped = stripLineFeeds(code)
  const text = stripped === '' ? '' : `${escapeCode(stripped)}\n`
  const names = [...classes, codeClass].map(escapeCode).join(' ')
  const named = language === '' ? '' : ` class="language-${escapeCode(language)}"`
  return `<div class="${names}"><pre><span></span><code${named}${codeInfo(options, escapeCode)}>${text}</code></pre></div>`
}

function bareBox(code: string, { language, classes }: CodeInfo): string {
  const named = classes.length === 0 ? '' : ` class="${escapeCode(classes.join(' '))}"`
  const tagged = language === '' ? '' : ` class="language-${escapeCode(language)}"`
  return `<pre${named}><code${tagged}>${code === '' ? '' : `${escapeCode(code)}\n`}</code></pre>`
}

// Python-Markdown 3.4 extensions/codehilite.py, CodeHilite._parseHeader.
const headerLine = /(?:^::+|(^[#]!))((?:\/\w+)*[/ ])?([\w#.+-]*)\s*(?:hl_lines=("|').*?\4)?/

/** Indented code under `codehilite`: a first line `:::name` or `#!name` names the language and is not shown, `#!/path` is. */
export function indentedCodeHtml(code: string, syntax: CodeSyntax): string {
  const lines = stripLineFeeds(code).split('\n')
  const header = headerLine.exec(lines[0] ?? '')
  const options = /hl_lines=(?:"[^"]*"|'[^']*')/.exec(header?.[0] ?? '')?.[0] ?? ''
  const info = { language: header?.[3] ?? '', classes: [], options }
  if (header && header[2] === undefined) lines.shift()
  return highlightBox(lines.join('\n'), info, syntax)
}
