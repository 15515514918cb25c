import { createBridge } from './bridge'

function freezeDeeply(value: unknown): unknown {
  if (typeof value !== 'object' || value === null || ArrayBuffer.isView(value)) return value
  for (const member of Object.values(value)) freezeDeeply(member)
  return Object.freeze(value)
}

const bridge = createBridge('main')

document.addEventListener('stand-in:expose', (event) => {
  const { key, api } = (event as CustomEvent).detail
  Object.defineProperty(window, key, {
    value: freezeDeeply(bridge.unpack(api)),
    enumerable: true,
    writable: false,
    configurable: false,
  })
})
