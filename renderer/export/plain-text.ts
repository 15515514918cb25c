const block =
  /^(?:ADDRESS|ARTICLE|ASIDE|BLOCKQUOTE|DD|DETAILS|DIV|DL|DT|FIGCAPTION|FIGURE|FOOTER|H[1-6]|HEADER|LI|OL|P|PRE|SECTION|SUMMARY|TABLE|TBODY|THEAD|TR|UL)$/

/** The words of some markup with its paragraphs apart, for where there is no markup. */
export function plainTextOf(element: Element): string {
  const lines: string[] = []
  let line = ''
  const flush = (): void => {
    if (line.trim() !== '') lines.push(line.replace(/[ \t]+$/, ''))
    line = ''
  }
  const walk = (node: Node, isCode: boolean): void => {
    if (node.nodeType === 3) {
      const text = node.textContent ?? ''
      line += isCode
        ? text
        : text.replace(/\s+/g, ' ').replace(line === '' || line.endsWith(' ') ? /^ / : /^$/, '')
      return
    }
    if (node.nodeType !== 1) return
    const { nodeName } = node
    if (nodeName === 'BR') line += '\n'
    if (nodeName === 'IMG') line += (node as Element).getAttribute('alt') ?? ''
    if (nodeName === 'HR') {
      flush()
      lines.push('---')
    }
    const isBlock = block.test(nodeName)
    if (isBlock && nodeName !== 'LI') flush()
    if (nodeName === 'LI') {
      flush()
      line = markerOf(node as Element)
    }
    const before = line
    for (const child of node.childNodes) {
      // a paragraph right behind the marker goes on in its line
      if (nodeName === 'LI' && line === before && block.test(child.nodeName)) {
        for (const inner of child.childNodes) walk(inner, isCode || child.nodeName === 'PRE')
        flush()
      } else walk(child, isCode || nodeName === 'PRE')
    }
    if (nodeName === 'TD' || nodeName === 'TH') line += '\t'
    if (isBlock) flush()
  }
  walk(element, false)
  flush()
  return lines.reduce((text, next, index) => {
    const before = lines[index - 1] ?? ''
    const isTight =
      index === 0 ||
      (listLine.test(before) && listLine.test(next)) ||
      (before.includes('\t') && next.includes('\t'))
    return `${text}${index === 0 ? '' : isTight ? '\n' : '\n\n'}${next}`
  }, '')
}

const listLine = /^(?:•|\d+\.) /

function markerOf(item: Element): string {
  const list = item.parentElement
  if (list?.nodeName !== 'OL') return '• '
  const start = Number.parseInt(list.getAttribute('start') ?? '1', 10)
  return `${start + [...list.children].indexOf(item)}. `
}
