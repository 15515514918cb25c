/** Whether the long budget was asked for: `GALLEY_FUZZ=long npm test`. */
export const isLongFuzz = process.env.GALLEY_FUZZ === 'long'

/** How often to try: `usual` times in every run of the tests, `long` times when that was asked for. */
export function fuzzRuns(usual: number, long: number): number {
  return isLongFuzz ? long : usual
}
