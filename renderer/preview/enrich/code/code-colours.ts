import { BoundedMap } from '../bounded-map'
import type { NearView } from '../near-view'
import type { Replace } from '../replace'
import type { Outcome } from '../timed-worker'
import { type CodeBlock, findCodeBlocks } from './code-blocks'
import type { CodeAnswer, CodeJob, CodeLine } from './code-line'
import type { CodeStyle } from './code-style'
import { dressBlock } from './dress-block'
import { keepColours } from './keep-colours'
import { writeLines } from './write-lines'

/** Longer code stays plain: its colours would cost more nodes than the rest of a post. */
const maxLength = 200_000
/** Longer code has no colours for a moment after each key. */
const maxKeptLength = 60_000
const maxRemembered = 2_000_000
/** A language whose grammar hung so often is left plain. */
const maxCutOffs = 3
const leftBlocks = 8

/** Does the work, elsewhere. */
export type Highlight = (job: CodeJob, isWanted: () => boolean) => Promise<Outcome<CodeAnswer>>

/** A block with colours. */
type Shown = { readonly block: CodeBlock; readonly container: HTMLElement; lines: readonly CodeLine[] }

/** Colours the code on a page, what is near the view first, and never in the time of a key. */
export class CodeColours {
  private readonly known = new BoundedMap<CodeAnswer>(maxRemembered)
  private readonly cutOffs = new Map<string, number>()
  private shown: Shown[] = []
  private left: Shown[] = []

  constructor(
    private readonly style: CodeStyle,
    private readonly near: NearView,
    private readonly highlight: Highlight,
    private readonly replace: Replace,
    /** Languages that something else is done to. */
    private readonly others: readonly string[],
  ) {}

  /** Takes in what was just put into the page. `isEdit`: it replaces something like it, whose colours it keeps until its own are there. */
  take(nodes: readonly Node[], isEdit: boolean): void {
    const blocks = findCodeBlocks(nodes, this.style).filter(
      ({ text, language }) => text.length <= maxLength && !this.others.includes(language),
    )
    if (blocks.length === 0) return
    if (isEdit) this.noteLeft()
    for (const block of blocks) {
      const answer = isEdit ? this.known.get(keyOf(block)) : undefined
      if (answer !== undefined) this.show(block, answer)
      else {
        const shown = isEdit ? this.keep(block) : null
        this.near.whenNear(block.pre.isConnected ? block.pre : (shown?.container ?? block.pre), () =>
          this.colour(block, shown),
        )
      }
    }
  }

  private async colour(block: CodeBlock, kept: Shown | null): Promise<void> {
    const key = keyOf(block)
    const isWanted = () => (kept?.container ?? block.code).isConnected
    let answer = block.language === '' ? null : this.known.get(key)
    if (answer === undefined) {
      if (this.isGivenUp(block.language)) return
      const outcome = await this.highlight({ language: block.language, code: block.text }, isWanted)
      if (outcome.kind === 'cut-off') this.giveUp(block.language)
      if (outcome.kind === 'dropped') return
      answer = outcome.kind === 'done' && isFaithful(outcome.result, block.text) ? outcome.result : null
      this.known.set(key, answer, block.text.length + 1)
    }
    if (isWanted()) this.show(block, answer, kept)
  }

  /** Writes the colours of a block; where there are none it stays as it is, or becomes so again. */
  private show(block: CodeBlock, answer: CodeAnswer, kept: Shown | null = null): void {
    const isBoxed = this.style.markup === 'hexo-table'
    const lines = answer ?? (isBoxed || kept !== null ? plainLines(block.text) : null)
    if (lines === null) return
    const shown = kept ?? this.dress(block, lines)
    shown.lines = lines
    shown.container.replaceChildren(writeLines(block.pre.ownerDocument, lines, this.style, block.options))
  }

  private dress(block: CodeBlock, lines: readonly CodeLine[]): Shown {
    const count = lines.at(-1)?.length === 0 ? lines.length - 1 : lines.length
    const shown = { block, container: dressBlock(block, this.style, this.replace, count), lines }
    this.shown.push(shown)
    return shown
  }

  private keep(block: CodeBlock): Shown | null {
    if (block.text.length > maxKeptLength) return null
    const alike = this.left.filter((left) => left.block.language === block.language)
    const lines = keepColours(block.text, alike)
    if (lines === null) return null
    const shown = this.dress(block, lines)
    shown.container.replaceChildren(writeLines(block.pre.ownerDocument, lines, this.style, block.options))
    return shown
  }

  /** Remembers the blocks that an edit took off the page. */
  private noteLeft(): void {
    const left = this.shown.filter(({ container }) => !container.isConnected)
    if (left.length === 0) return
    this.shown = this.shown.filter(({ container }) => container.isConnected)
    this.left = [...left, ...this.left].slice(0, leftBlocks)
  }

  private isGivenUp(language: string): boolean {
    return (this.cutOffs.get(language) ?? 0) >= maxCutOffs
  }

  private giveUp(language: string): void {
    this.cutOffs.set(language, (this.cutOffs.get(language) ?? 0) + 1)
  }
}

function keyOf({ language, text }: CodeBlock): string {
  return `${language}\n${text}`
}

function plainLines(text: string): readonly CodeLine[] {
  return text.split('\n').map((line) => (line === '' ? [] : [['', line] as const]))
}

/** Colours never change what is written. */
function isFaithful(answer: CodeAnswer, text: string): boolean {
  return answer === null || answer.map((line) => line.map(([, part]) => part).join('')).join('\n') === text
}
