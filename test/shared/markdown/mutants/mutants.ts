// biome-ignore-all lint/suspicious/noTemplateCurlyInString: these are pieces of source text
/** The engine with one of its guards taken out: `find`, which stands once in `file`, becomes `replace`. */
export type Mutant = {
  readonly name: string
  readonly file: string
  readonly find: string
  readonly replace: string
}

const rescan = 'shared/markdown/rescan.ts'
const labelIndex = 'shared/markdown/label-index.ts'
const liveBlock = 'shared/markdown/live-block.ts'
const incremental = 'shared/markdown/incremental.ts'
const scan = 'shared/markdown/flavours/markdown-it/scan.ts'

/** What an edit can get wrong, one mistake each. */
export const mutants: readonly Mutant[] = [
  {
    name: 'begins with the block that was edited, whatever had a say in those before',
    file: rescan,
    find: 'start + block.reachLength >= span.from',
    replace: 'start + block.length > span.from',
  },
  {
    name: 'thinks that what stands right behind a block has no say in it',
    file: rescan,
    find: 'start + block.reachLength >= span.from',
    replace: 'start + block.reachLength > span.from',
  },
  {
    name: 'begins one block back and no more',
    file: rescan,
    find: 'if (start + block.reachLength >= span.from) break',
    replace: 'if (start + block.length + (blocks[from + 1]?.length ?? 0) > span.from) break',
  },
  {
    name: 'stops before the end of the edit',
    file: rescan,
    find: 'if (end < span.newTo) continue',
    replace: 'if (end < span.from) continue',
  },
  {
    name: 'goes on with the old blocks wherever a new one ends',
    file: rescan,
    find: 'if (oldEnd === end - moved) return',
    replace: 'if (oldEnd >= span.to) return',
  },
  {
    name: 'keeps a block of the same length and kind whose text is another',
    file: rescan,
    find: 'oldBody.slice(start, start + block.length) === body.slice(next.start, next.end)',
    replace: 'true',
  },
  {
    name: 'does not tell a kept block that more has a say in it now',
    file: rescan,
    find: `    block.reachLength = next.reach - next.start
    oldStart += block.length`,
    replace: '    oldStart += block.length',
  },
  {
    name: 'renders no block anew because of a definition elsewhere',
    file: labelIndex,
    find: 'return new Set(changed.flatMap((lookUp) => [...(this.users.get(lookUp) ?? [])]))',
    replace: 'return new Set()',
  },
  {
    name: 'takes a definition with another title for the same',
    file: labelIndex,
    find: 'first?.href === second?.href && first?.title === second?.title',
    replace: 'first?.href === second?.href',
  },
  {
    name: 'does not notice a footnote that is defined now',
    file: labelIndex,
    find: 'if (this.footnotes.has(label) !== footnotes.has(label)) changed.push(`footnote ${label}`)',
    replace: '',
  },
  {
    name: 'does not notice an abbreviation that is another now',
    file: labelIndex,
    find: "changed.push('abbreviations')",
    replace: '',
  },
  {
    name: 'remembers only the look-ups that found something',
    file: liveBlock,
    find: 'lookUps.add(`reference ${label}`)',
    replace: 'if (labels.reference(label)) lookUps.add(`reference ${label}`)',
  },
  {
    name: 'forgets the definitions of a block that is gone only with the next one',
    file: incremental,
    find: '[...removed, ...added].some((block) => block.defines)',
    replace: 'added.some((block) => block.defines)',
  },
  {
    name: 'does not number anew when a note or a heading is gone',
    file: incremental,
    find: '[...removed, ...dirty].some((block) => block.takesPartInNumbering)',
    replace: 'false',
  },
  {
    name: 'does not number anew when a note or a heading has come',
    file: incremental,
    find: 'touchesNumbering ||= block.takesPartInNumbering',
    replace: '',
  },
  {
    name: 'does not remember what a block of an edit looked up',
    file: incremental,
    find: `    for (const block of blocks) {
      block.render(this.dialect, this.labels)
      this.labels.add(block)
      touchesNumbering`,
    replace: `    for (const block of blocks) {
      block.render(this.dialect, this.labels)
      touchesNumbering`,
  },
  {
    name: 'leaves the footnotes at the end as they were',
    file: incremental,
    find: "if (numbered) put(this.blocks.length, numbered.section, numbered.section !== '')",
    replace:
      "if (numbered && this.units.length <= 1) put(this.blocks.length, numbered.section, numbered.section !== '')",
  },
  {
    name: 'believes the last block of a window',
    file: scan,
    find: 'if (held.length <= looksAhead) continue',
    replace: '',
  },
  {
    name: 'lets a window end anywhere',
    file: scan,
    find: 'text.length : blankLineEnd(text, start + length)',
    replace: 'text.length : start + length',
  },
  {
    name: 'thinks that only its own text decides where a block ends',
    file: scan,
    find: 'ahead.endAfter(end)',
    replace: 'end',
  },
  {
    name: 'forgets that a rule has looked up to the end of the text',
    file: scan,
    find: 'block.env.hasSeenEnd === true ? text.length : ahead.endAfter(end)',
    replace: 'ahead.endAfter(end)',
  },
]
