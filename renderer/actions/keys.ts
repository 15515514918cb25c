/** What of a keyboard event decides on a shortcut. */
export type KeyPress = Pick<KeyboardEvent, 'key' | 'code' | 'ctrlKey' | 'metaKey' | 'shiftKey' | 'altKey'>

/** Whether a key press is the shortcut `keys` (`Mod-Shift-m`). */
export function matchesKeys(event: KeyPress, keys: string, isMac: boolean): boolean {
  const parts = keys.split('-')
  const key = parts.at(-1) ?? ''
  const mod = parts.includes('Mod')
  const [command, other] = isMac ? [event.metaKey, event.ctrlKey] : [event.ctrlKey, event.metaKey]
  return (
    isKey(event, key) &&
    command === mod &&
    !other &&
    event.shiftKey === parts.includes('Shift') &&
    event.altKey === parts.includes('Alt')
  )
}

/** By its sign, or by its place on keyboards whose letters are not Latin. */
function isKey({ key: sign, code }: KeyPress, key: string): boolean {
  if (sign.toLowerCase() === key.toLowerCase()) return true
  if (key === '\\') return code === 'Backslash'
  return /^\P{ASCII}$/u.test(sign) && code === `Key${key.toUpperCase()}`
}

/** Whether the writer's keyboard has a Cmd key: asked of the browser, since the host may run elsewhere. */
export function isMacKeyboard(): boolean {
  return /Mac|iPhone|iPad/.test(navigator.platform)
}

const macSigns: Readonly<Record<string, string>> = { Mod: '⌘', Shift: '⇧', Alt: '⌥', Enter: '↩' }

/** A shortcut as people read it: `⌘S` on macOS, `Ctrl+S` elsewhere. */
export function describeKeys(keys: string, isMac: boolean): string {
  const parts = keys.split('-').map((part) => (part.length === 1 ? part.toUpperCase() : part))
  if (isMac) return parts.map((part) => macSigns[part] ?? part).join('')
  return parts.map((part) => (part === 'Mod' ? 'Ctrl' : part)).join('+')
}
