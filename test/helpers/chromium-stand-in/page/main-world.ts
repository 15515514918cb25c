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

// A window that opens with a page at once may ask for it before the stand-in listens, and then nobody answers.
const open = window.open.bind(window)
window.open = (address, name, features) => {
  const url = new URL(address ?? '', location.href)
  const isOwn = address !== undefined && address !== '' && url.origin === location.origin
  return open(isOwn ? `about:blank#${url}` : address, name, features)
}
