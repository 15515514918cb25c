import { codeInfoAttribute } from '#shared/markdown/code-info'
import { findIn } from '../find-in'
import { type CodeOptions, readCodeOptions } from './code-options'
import type { CodeStyle } from './code-style'

/** A block of code on the page. */
export type CodeBlock = {
  readonly pre: HTMLElement
  /** Where the code stands. */
  readonly code: HTMLElement
  /** As the post names it, in lower case; '' for none. */
  readonly language: string
  readonly text: string
  readonly options: CodeOptions
}

const languageClass = /(?:^|\s)lang(?:uage)?-(\S+)/

function languageOf(pre: Element, code: Element): string {
  const boxes = [code, pre, pre.parentElement, pre.parentElement?.parentElement]
  for (const box of boxes) {
    const named = languageClass.exec(box?.getAttribute('class') ?? '')?.[1]
    if (named !== undefined) return named.toLowerCase()
  }
  return (pre.getAttribute('lang') ?? '').toLowerCase()
}

/** The blocks of code among `nodes` and inside of them, in order. */
export function findCodeBlocks(nodes: readonly Node[], style: CodeStyle | null): readonly CodeBlock[] {
  return findIn<HTMLElement>(nodes, 'pre').flatMap((pre) => {
    const code = [...pre.children].find((child) => child.nodeName === 'CODE') as HTMLElement | undefined
    if (code === undefined) return []
    const info = code.getAttribute(codeInfoAttribute) ?? ''
    return {
      pre,
      code,
      language: languageOf(pre, code),
      text: code.textContent ?? '',
      options: readCodeOptions(info, style?.options ?? null),
    }
  })
}
