import { parse as parseToml } from 'smol-toml'
import { parse as parseYaml } from 'yaml'

/** A configuration file as plain values; null for a mistake in it, which is the generator's to report. Nothing in it is run. */
export function parsedConfiguration(file: string, text: string): unknown {
  try {
    if (file.endsWith('.toml')) return parseToml(text)
    if (file.endsWith('.json')) return JSON.parse(text)
    return parseYaml(text, { logLevel: 'error', maxAliasCount: 20 })
  } catch {
    return null
  }
}

/** What stands under `keys`, one inside of the other, in any letter case. */
export function settingIn(value: unknown, ...keys: readonly string[]): unknown {
  return keys.reduce(entry, value)
}

function entry(value: unknown, key: string): unknown {
  if (typeof value !== 'object' || value === null) return undefined
  return Object.entries(value).find(([name]) => name.toLowerCase() === key.toLowerCase())?.[1]
}

/** The value where it is `true` or `false`. */
export function flagOf(value: unknown): boolean | undefined {
  return typeof value === 'boolean' ? value : undefined
}

/** The value where it is a text. */
export function textOf(value: unknown): string | undefined {
  return typeof value === 'string' ? value : undefined
}

/** The value where it is a number. */
export function numberOf(value: unknown): number | undefined {
  return typeof value === 'number' && Number.isFinite(value) ? value : undefined
}
