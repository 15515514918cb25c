/** What a measurement gave: a ratio of two things measured in the same run, and how many pairs were taken. */
export type Measured = { readonly ratio: number; readonly samples: number }

/**
 * One figure that Galley promises. Figures are ratios, measured side by side in one run, so that they mean the same on a fast and on
 * a slow machine.
 */
export type Bench = {
  /** Begins with its area: `start.`, `front-matter.`, `preview.`, `editor.`, `sites.`, `search.`, `publishing.` */
  readonly name: string
  /** `>=20` or `<=2`: what the ratio must be. */
  readonly goal: string
  run(): Promise<Measured>
}

/** A bench's outcome as `npm run bench -- --json` prints it. */
export type BenchResult = Measured & {
  readonly name: string
  readonly goal: string
  readonly holds: boolean
}

/** Whether `ratio` is what `goal` asks for. Throws for a goal that is neither `>=NUMBER` nor `<=NUMBER`. */
export function holds(ratio: number, goal: string): boolean {
  const [, direction, limit] = /^(>=|<=)(\d+(?:\.\d+)?)$/.exec(goal) ?? []
  if (limit === undefined) throw new Error(`a goal is written >=NUMBER or <=NUMBER, not ${goal}`)
  return direction === '>=' ? ratio >= Number(limit) : ratio <= Number(limit)
}

/** The middle one of some numbers; the mean of the middle two when their count is even. NaN for none. */
export function median(numbers: readonly number[]): number {
  const sorted = [...numbers].sort((one, other) => one - other)
  const middle = sorted.length / 2
  const [low, high] = [sorted[Math.ceil(middle) - 1], sorted[Math.floor(middle)]]
  return low === undefined || high === undefined ? Number.NaN : (low + high) / 2
}

/** The number that `percent` of some numbers do not exceed. NaN for none. */
export function percentile(numbers: readonly number[], percent: number): number {
  const sorted = [...numbers].sort((one, other) => one - other)
  return sorted[Math.max(0, Math.ceil((percent / 100) * sorted.length) - 1)] ?? Number.NaN
}

/**
 * The ratio of two durations, taken in pairs so that both see the same weather on the machine: the median of `measured` over the
 * median of `baseline`. Both give milliseconds. One pair more is run first and thrown away.
 */
export async function ratioOfPairs(
  samples: number,
  measured: () => Promise<number>,
  baseline: () => Promise<number>,
): Promise<Measured> {
  const [measuredMs, baselineMs]: [number[], number[]] = [[], []]
  for (let pair = 0; pair <= samples; pair += 1) {
    const [one, other] = [await measured(), await baseline()]
    if (pair === 0) continue
    measuredMs.push(one)
    baselineMs.push(other)
  }
  return { ratio: median(measuredMs) / median(baselineMs), samples }
}
