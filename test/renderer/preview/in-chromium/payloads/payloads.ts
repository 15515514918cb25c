import { addressPayloads } from './addresses'
import { handlerPayloads } from './handlers'
import { mutationPayloads } from './mutations'
import { reachingPayloads } from './reaching'

/** HTML made to do something that a post must not: each tells of it under its own number. */
export const htmlPayloads: readonly string[] = [
  ...handlerPayloads,
  ...addressPayloads,
  ...mutationPayloads,
  ...reachingPayloads,
]

/** A payload that tells of itself as `number`: by `top.fired`, or by asking for `https://elsewhere.test/<number>`. */
export function armed(payload: string, number: number): string {
  return payload.replaceAll('FIRE', `top.fired.push(${number})`).replaceAll('HERE', String(number))
}
