import { type DefaultTreeAdapterMap, parse } from 'parse5'

type Node = DefaultTreeAdapterMap['node']

const inline = new Set(
  'a abbr b bdi bdo cite code data dfn em i kbd mark q s samp small span strong sub sup time u var font wbr'.split(
    ' ',
  ),
)
const unread = new Set(['script', 'style', 'template', 'noscript', 'svg', 'head'])

/** The lines of text that a page's body shows, white space folded; a block or a line break begins a new one. Runs nothing. */
export function pageLines(html: string): readonly string[] {
  const lines: string[] = []
  let line = ''
  const end = (): void => {
    const text = line.replace(/\s+/g, ' ').trim()
    if (text !== '') lines.push(text)
    line = ''
  }
  // a stack and no recursion: a page may be nested as deep as it likes
  const stack: (Node | 'end')[] = [parse(html)]
  for (let node = stack.pop(); node !== undefined; node = stack.pop()) {
    if (node === 'end') end()
    else if ('value' in node) line += node.value
    else if ('childNodes' in node && !unread.has(node.nodeName)) {
      const isInline = inline.has(node.nodeName)
      if (!isInline) {
        end()
        stack.push('end')
      }
      for (const child of node.childNodes.toReversed()) stack.push(child)
    }
  }
  end()
  return lines
}
