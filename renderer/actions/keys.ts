/** What of a keyboard event decides on a shortcut. */
export type KeyPress = Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'metaKey' | 'shiftKey' | 'altKey'>

/** Whether a key press is the shortcut `keys` (`Mod-Shift-m`). */
export function matchesKeys(event: KeyPress, keys: string, isMac: boolean): boolean {
  const parts = keys.split('-')
  const key = parts.at(-1) ?? ''
  const mod = parts.includes('Mod')
  const [command, other] = isMac ? [event.metaKey, event.ctrlKey] : [event.ctrlKey, event.metaKey]
  return (
    event.key.toLowerCase() === key.toLowerCase() &&
    command === mod &&
    !other &&
    event.shiftKey === parts.includes('Shift') &&
    event.altKey === parts.includes('Alt')
  )
}

const macSigns: Readonly<Record<string, string>> = { Mod: '⌘', Shift: '⇧', Alt: '⌥', Enter: '↩' }

/** A shortcut as people read it: `⌘S` on macOS, `Ctrl+S` elsewhere. */
export function describeKeys(keys: string, isMac: boolean): string {
  const parts = keys.split('-').map((part) => (part.length === 1 ? part.toUpperCase() : part))
  if (isMac) return parts.map((part) => macSigns[part] ?? part).join('')
  return parts.map((part) => (part === 'Mod' ? 'Ctrl' : part)).join('+')
}
