/** Whether a value of a configuration or of front matter says yes: also a name (`katex`), or a table that is not disabled. */
export function saysYes(value: unknown): boolean {
  if (typeof value === 'string') return !/^(?:|false|no|off|none|0)$/i.test(value.trim())
  if (typeof value !== 'object' || value === null) return value === true
  const enabled = Object.entries(value).find(([key]) => /^(?:enabled?|on|use)$/i.test(key))
  return enabled === undefined
    ? Object.values(value).some((inner) => typeof inner === 'object' && saysYes(inner))
    : saysYes(enabled[1])
}
