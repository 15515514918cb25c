import type { ReadBlock } from './reading'

/** The shortest run of source that both readings cover with whole blocks. */
export type Stretch = {
  readonly from: number
  readonly to: number
  readonly here: readonly ReadBlock[]
  readonly there: readonly ReadBlock[]
}

/** Lays two readings of the same text beside each other. */
export function* stretchesOf(here: Iterable<ReadBlock>, there: Iterable<ReadBlock>): Generator<Stretch> {
  const [left, right] = [here[Symbol.iterator](), there[Symbol.iterator]()]
  let from = 0
  for (;;) {
    const taken = { here: [] as ReadBlock[], there: [] as ReadBlock[] }
    let [hereEnd, thereEnd] = [from, from]
    do {
      const isHere = hereEnd <= thereEnd
      const next = (isHere ? left : right).next()
      if (next.done) {
        if (isHere && hereEnd === thereEnd) return
        throw new Error('two readings of one text end at different places')
      }
      taken[isHere ? 'here' : 'there'].push(next.value)
      if (isHere) hereEnd += next.value.length
      else thereEnd += next.value.length
    } while (hereEnd !== thereEnd)
    yield { from, to: hereEnd, ...taken }
    from = hereEnd
  }
}
