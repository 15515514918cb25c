import { spawn, spawnSync } from 'node:child_process'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import type { FieldEdit } from '#shared/front-matter/front-matter'

const script = fileURLToPath(new URL('check-edits.py', import.meta.url))

/** One edit of a block, for a parser that knows nothing of ours to judge; `pure` picks the parser that is written in Python itself. */
export type EditToCheck = {
  readonly language: 'yaml' | 'toml'
  readonly before: string
  readonly after: string
  readonly edit: FieldEdit
  readonly pure?: boolean
}

/** An edit that does not mean what it should. */
export type WrongEdit = EditToCheck & {
  readonly why: string
  readonly expected?: string
  readonly actual?: string
}

/** The judgement of all. */
export type Judgement = {
  readonly checked: number
  /** The parser did not read these before the edit either. */
  readonly unloadableBefore: number
  readonly wrong: readonly WrongEdit[]
}

/** Why edits cannot be judged by this module of Python's, null when they can. */
export function missingPython(module: 'yaml' | 'tomllib'): string | null {
  const { status, error } = spawnSync('python3', [
    '-c',
    `import ${module}; ${module === 'yaml' ? 'yaml.CSafeLoader' : ''}`,
  ])
  if (error) return 'python3 is not installed'
  return status === 0 ? null : `this python3 has no module \`${module}\``
}

/** Has one Python process judge all edits, while they are still being made. */
export async function judge(edits: Iterable<EditToCheck>): Promise<Judgement> {
  const env = { ...process.env, PYTHONUTF8: '1' }
  const python = spawn('python3', [script], { env, stdio: ['pipe', 'pipe', 'inherit'] })
  const sent: EditToCheck[] = []
  const wrong: WrongEdit[] = []
  let summary = { checked: 0, unloadable_before: 0 }
  const answers = (async () => {
    for await (const line of createInterface({ input: python.stdout })) {
      const answer = JSON.parse(line)
      if ('checked' in answer) summary = answer
      else wrong.push({ ...(sent[answer.line] as EditToCheck), ...answer })
    }
  })()
  for (const edit of edits) {
    sent.push(edit)
    const isRoomLeft = python.stdin.write(`${JSON.stringify(edit)}\n`)
    if (!isRoomLeft) await new Promise((resolve) => python.stdin.once('drain', resolve))
  }
  python.stdin.end()
  await answers
  if (summary.checked + summary.unloadable_before !== sent.length)
    throw new Error('python3 ended before it judged every edit')
  return { checked: summary.checked, unloadableBefore: summary.unloadable_before, wrong }
}
