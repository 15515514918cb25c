/** The two JavaScript worlds of a page: the page's own, and the preload's. */
export type World = 'main' | 'isolated'

/** A value on its way from one world to the other. Functions and promises stay where they are and travel by number. */
type Packed =
  | { readonly kind: 'function'; readonly id: number }
  | { readonly kind: 'promise'; readonly id: string }
  | { readonly kind: 'array'; readonly items: readonly Packed[] }
  | { readonly kind: 'object'; readonly entries: readonly (readonly [string, Packed])[] }
  | { readonly kind: 'error'; readonly message: string }
  | { readonly kind: 'value'; readonly value: unknown }

type Call = { readonly id: number; readonly call: string; readonly values: readonly Packed[] }
type Outcome = { readonly value: Packed } | { readonly error: string }
type Waiting = { readonly resolve: (value: unknown) => void; readonly reject: (error: Error) => void }
type AnyFunction = (...values: unknown[]) => unknown

function fire(name: string, detail: unknown) {
  document.dispatchEvent(new CustomEvent(`stand-in:${name}`, { detail }))
}

function listen<Detail>(name: string, listener: (detail: Detail) => void) {
  document.addEventListener(`stand-in:${name}`, (event) => listener((event as CustomEvent<Detail>).detail))
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error)
}

function isPlain(value: unknown): value is object {
  return (
    typeof value === 'object' &&
    value !== null &&
    [Object.prototype, null].includes(Object.getPrototypeOf(value))
  )
}

/**
 * One world's end of what Electron calls the context bridge: values are copied, functions become proxies that call into the other
 * world, promises settle across. Both worlds share the document, over whose events everything goes. It imitates the behaviour, and
 * is no evidence about the security of the real thing.
 */
export function createBridge(world: World): {
  readonly pack: (value: unknown) => Packed
  readonly unpack: (packed: Packed) => unknown
} {
  const other: World = world === 'main' ? 'isolated' : 'main'
  const functions = new Map<number, AnyFunction>()
  const functionIds = new WeakMap<AnyFunction, number>()
  const promises = new Map<string, Waiting>()
  let lastId = 0

  function packFunction(value: AnyFunction): Packed {
    const id = functionIds.get(value) ?? ++lastId
    functionIds.set(value, id)
    functions.set(id, value)
    return { kind: 'function', id }
  }

  function packPromise(value: Promise<unknown>): Packed {
    const id = `${world}-${++lastId}`
    value.then(
      (result) => fire(`settle:${other}`, { id, outcome: { value: pack(result) } }),
      (error: unknown) => fire(`settle:${other}`, { id, outcome: { error: messageOf(error) } }),
    )
    return { kind: 'promise', id }
  }

  function pack(value: unknown): Packed {
    if (typeof value === 'function') return packFunction(value as AnyFunction)
    if (value instanceof Promise) return packPromise(value)
    if (value instanceof Error) return { kind: 'error', message: value.message }
    if (Array.isArray(value)) return { kind: 'array', items: value.map(pack) }
    if (isPlain(value))
      return { kind: 'object', entries: Object.entries(value).map(([key, member]) => [key, pack(member)]) }
    return { kind: 'value', value: structuredClone(value) }
  }

  function callAcross(id: number, values: readonly unknown[]): unknown {
    const call = `${world}-${++lastId}`
    let outcome: Outcome | undefined
    const take = (event: Event) => {
      outcome = (event as CustomEvent<Outcome>).detail
    }
    document.addEventListener(`stand-in:return:${call}`, take, { once: true })
    fire(`call:${other}`, { id, call, values: values.map(pack) } satisfies Call)
    if (outcome === undefined) throw new Error('The other world does not answer.')
    if ('error' in outcome) throw new Error(outcome.error)
    return unpack(outcome.value)
  }

  function unpack(packed: Packed): unknown {
    switch (packed.kind) {
      case 'function':
        return (...values: unknown[]) => callAcross(packed.id, values)
      case 'promise':
        return new Promise((resolve, reject) => promises.set(packed.id, { resolve, reject }))
      case 'array':
        return packed.items.map(unpack)
      case 'object':
        return Object.fromEntries(packed.entries.map(([key, member]) => [key, unpack(member)]))
      case 'error':
        return new Error(packed.message)
      case 'value':
        return packed.value
    }
  }

  listen<Call>(`call:${world}`, ({ id, call, values }) => {
    try {
      fire(`return:${call}`, { value: pack(functions.get(id)?.(...values.map(unpack))) })
    } catch (error) {
      fire(`return:${call}`, { error: messageOf(error) })
    }
  })
  listen<{ readonly id: string; readonly outcome: Outcome }>(`settle:${world}`, ({ id, outcome }) => {
    const waiting = promises.get(id)
    promises.delete(id)
    if ('error' in outcome) waiting?.reject(new Error(outcome.error))
    else waiting?.resolve(unpack(outcome.value))
  })
  return { pack, unpack }
}
