import { pathToFileURL } from 'node:url'
import { type Bench, type BenchResult, holds } from './bench'

/** Which benches to run and how to print them. `files` are the built bench files; `names` are parts of names, empty for all. */
export type RunOptions = {
  readonly files: readonly string[]
  readonly names: readonly string[]
  readonly json: boolean
}

async function loadBenches(files: readonly string[]): Promise<readonly Bench[]> {
  const loaded: Bench[] = []
  for (const file of files) {
    const { benches }: { benches: readonly Bench[] } = await import(pathToFileURL(file).href)
    loaded.push(...benches)
  }
  return loaded.sort((one, other) => (one.name < other.name ? -1 : 1))
}

function describeResult({ name, ratio, goal, holds: isMet, samples }: BenchResult): string {
  const figure = ratio >= 100 ? ratio.toFixed(0) : ratio.toPrecision(3)
  return `${isMet ? 'holds' : 'MISSED'}  ${name.padEnd(32)} ${figure.padStart(8)}  goal ${goal}  (${samples} samples)`
}

async function measure(bench: Bench): Promise<BenchResult> {
  const { ratio, samples } = await bench.run()
  return { name: bench.name, ratio, goal: bench.goal, holds: holds(ratio, bench.goal), samples }
}

/**
 * Runs the benches one after the other and prints their figures: for people as they come, or as one JSON list on standard output.
 * Gives the exit code: 0 when everything was measured, whatever came out; 1 when a bench broke or no name fits.
 */
export async function runBenches({ files, names, json }: RunOptions): Promise<number> {
  const all = await loadBenches(files)
  const chosen = all.filter(({ name }) => names.length === 0 || names.some((part) => name.includes(part)))
  if (chosen.length === 0 && names.length > 0) {
    console.error(
      `No bench is called ${names.join(' or ')}. There are: ${all.map(({ name }) => name).join(', ')}`,
    )
    return 1
  }
  const results: BenchResult[] = []
  for (const bench of chosen) {
    try {
      const result = await measure(bench)
      results.push(result)
      if (!json) console.log(describeResult(result))
    } catch (error) {
      console.error(`${bench.name} could not be measured: ${error instanceof Error ? error.stack : error}`)
    }
  }
  if (json) console.log(JSON.stringify(results, null, 2))
  return results.length === chosen.length ? 0 : 1
}
