function escapeCode(code: string): string {
  return code.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;').replace(/"/g, '&quot;')
}

function stripLineFeeds(code: string): string {
  return code.replace(/^\n+|\n+$/g, '')
}

/** The box that `codehilite` puts around code; `classes` come before its own. */
export function codeBlockHtml(code: string, classes: readonly string[] = []): string {
  const stripped = stripLineFeeds(code)
  const text = stripped === '' ? '' : `${escapeCode(stripped)}\n`
  const names = [...classes, 'codehilite'].map(escapeCode).join(' ')
  return `<div class="${names}"><pre><span></span><code>${text}</code></pre></div>`
}

// Python-Markdown 3.4 extensions/codehilite.py, CodeHilite._parseHeader.
const headerLine = /(?:^::+|(^[#]!))((?:\/\w+)*[/ ])?([\w#.+-]*)\s*(?:hl_lines=("|').*?\4)?/

/** Indented code: a first line `:::name` or `#!name` names the language and is not shown, `#!/path` is. */
export function indentedCodeHtml(code: string): string {
  const lines = stripLineFeeds(code).split('\n')
  const header = headerLine.exec(lines[0] ?? '')
  if (header && header[2] === undefined) lines.shift()
  return codeBlockHtml(lines.join('\n'))
}
