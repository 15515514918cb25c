import type { MathStyle } from './math-style'

/** Stands for a line break in a run's text. From Unicode's private use: no text has it, and no delimiter. */
export const breakMark = '\ue0f0'

/** Text that a library reads in one go, and the nodes that it is in: siblings. */
export type TextRun = { readonly nodes: readonly ChildNode[]; readonly text: string }

/** Elements whose text is not looked into: KaTeX' `ignoredTags` and MathJax' `skipHtmlTags`. */
const skipped = new Set('SCRIPT NOSCRIPT STYLE TEXTAREA PRE CODE OPTION ANNOTATION MATH SVG'.split(' '))

/** The runs of text among `nodes`, which are siblings, and inside of them. MathJax reads over line breaks, KaTeX does not. */
export function textRuns(nodes: readonly Node[], library: MathStyle['library']): readonly TextRun[] {
  const runs: TextRun[] = []
  const visit = (siblings: readonly Node[]): void => {
    let run: { nodes: ChildNode[]; text: string } | null = null
    for (const node of siblings) {
      const isBreak = node.nodeName === 'BR' && library === 'mathjax' && run !== null
      if (node.nodeType === 3 || isBreak) {
        run ??= { nodes: [], text: '' }
        run.nodes.push(node as ChildNode)
        run.text += isBreak ? breakMark : (node.textContent ?? '')
        continue
      }
      if (run !== null) runs.push(run)
      run = null
      if (node.nodeType === 1 && !skipped.has(node.nodeName.toUpperCase())) visit([...node.childNodes])
    }
    if (run !== null) runs.push(run)
  }
  visit(nodes)
  return runs
}
