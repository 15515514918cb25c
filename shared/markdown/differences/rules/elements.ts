import type { Shape } from '../shape'

/** How many elements of a name a shape has. */
export function countOf(shape: Shape, name: string): number {
  return shape.filter((token) => token === `<${name}>` || token.startsWith(`<${name} `)).length
}

/** A shape without the elements of some names; what stood in them stays. */
export function without(shape: Shape, names: readonly string[]): Shape {
  const out: string[] = []
  for (const token of shape) {
    const name = /^<\/?([^ >]+)/.exec(token)?.[1]
    if (name !== undefined && names.includes(name)) continue
    if (token.startsWith('"') && out.at(-1)?.startsWith('"')) out[out.length - 1] += token.slice(1)
    else out.push(token)
  }
  return out
}

/** The text of a shape, code left out, white space folded. */
export function textOf(shape: Shape): string {
  return shape
    .filter((token) => token.startsWith('"'))
    .map((token) => token.slice(1))
    .join(' ')
    .replace(/\s+/g, ' ')
}
