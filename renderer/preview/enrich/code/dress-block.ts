import type { Replace } from '../replace'
import type { CodeBlock } from './code-blocks'
import type { CodeStyle } from './code-style'

/** Hexo's table: the numbers in one cell, the code in the other. */
function dressHexo({ pre, language, options }: CodeBlock, style: CodeStyle, lineCount: number): HTMLElement {
  const document = pre.ownerDocument
  const figure = pre.closest('figure.highlight')
  if (language !== '') figure?.classList.add(language)
  const table = document.createElement('table')
  const row = table.insertRow()
  const numbered = options.numbered ?? style.numbered
  if (numbered) {
    const gutter = row.insertCell()
    gutter.className = 'gutter'
    const numbers = document.createElement('pre')
    for (let line = 0; line < lineCount; line++) {
      const number = document.createElement('span')
      number.className = 'line'
      number.textContent = String(options.firstLine + line)
      numbers.append(number, document.createElement('br'))
    }
    gutter.append(numbers)
  }
  const cell = row.insertCell()
  cell.className = 'code'
  const shown = document.createElement('pre')
  cell.append(shown)
  pre.replaceWith(table)
  return shown
}

function wrap(pre: HTMLElement, replace: Replace, ...classes: string[]): void {
  const box = pre.ownerDocument.createElement('div')
  box.classList.add(...classes)
  replace(pre, box)
  box.append(pre)
}

/** A language as a class; what a class cannot hold is left out. */
const classOf = (language: string): string => `language-${language.replace(/\s/g, '')}`

/**
 * Gives a block the markup that the site's highlighter puts around its lines, where the flavour has not, and gives the element for the lines.
 * Once for each block.
 */
export function dressBlock(
  block: CodeBlock,
  style: CodeStyle,
  replace: Replace,
  lineCount: number,
): HTMLElement {
  const { pre, code, language } = block
  pre.classList.add('code-coloured')
  switch (style.markup) {
    case 'hexo-table':
      return pre.closest('figure.highlight') === null ? code : dressHexo(block, style, lineCount)
    case 'chroma':
      pre.classList.add('chroma')
      pre.tabIndex = 0
      if (pre.closest('div.highlight') === null) wrap(pre, replace, 'highlight')
      return code
    case 'shiki':
      pre.classList.add('astro-code', 'github-dark')
      pre.tabIndex = 0
      pre.setAttribute('data-language', language)
      return code
    case 'docusaurus':
      pre.classList.add('prism-code', classOf(language), 'thin-scrollbar')
      wrap(pre, replace, classOf(language), 'theme-code-block')
      return code
    case 'prism':
      pre.classList.add(classOf(language))
      return code
    case 'hljs':
      code.classList.add('hljs')
      return code
    default:
      return code
  }
}
