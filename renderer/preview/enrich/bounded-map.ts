/** A map that forgets what was not asked for longest, once it holds more than `maxWeight`. */
export class BoundedMap<Value> {
  private readonly entries = new Map<string, { readonly value: Value; readonly weight: number }>()
  private weight = 0

  constructor(private readonly maxWeight: number) {}

  get(key: string): Value | undefined {
    const entry = this.entries.get(key)
    if (entry === undefined) return undefined
    // the map keeps its order: what was asked for is the youngest again
    this.entries.delete(key)
    this.entries.set(key, entry)
    return entry.value
  }

  /** Keeps `value`; `weight` says how much of the bound it takes. */
  set(key: string, value: Value, weight: number): void {
    this.delete(key)
    this.entries.set(key, { value, weight })
    this.weight += weight
    for (const oldest of this.entries.keys()) {
      if (this.weight <= this.maxWeight || oldest === key) break
      this.delete(oldest)
    }
  }

  get size(): number {
    return this.entries.size
  }

  private delete(key: string): void {
    this.weight -= this.entries.get(key)?.weight ?? 0
    this.entries.delete(key)
  }
}
