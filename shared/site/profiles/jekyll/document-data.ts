import { textOf } from '../../../post/post-values'
import type { SourceFile } from '../../profile'
import { mergedOver } from './front-matter-defaults'

type Values = Readonly<Record<string, unknown>>

/** Front matter as Ruby's YAML has it: plain `yes`, `no`, `on` and `off` are flags too. */
export function rubyValues({ values, quoted }: Pick<SourceFile, 'values' | 'quoted'>): Values {
  return Object.fromEntries(
    Object.entries(values ?? {}).map(([key, value]) => {
      if (typeof value !== 'string' || quoted.has(key)) return [key, value]
      if (/^(?:yes|on)$/i.test(value)) return [key, true]
      return [key, /^(?:no|off)$/i.test(value) ? false : value]
    }),
  )
}

/** A document's data: the folders' categories, then `defaults`, then its own front matter, categories united. */
export function documentData(folders: readonly string[], defaults: Values, own: Values): Values {
  const merged = mergedOver(defaults, own)
  const categories = [
    ...folders,
    ...categoriesOf(defaults.categories),
    ...categoriesOf(own.categories),
    ...singleOf(merged),
  ]
  return { ...merged, categories: [...new Set(categories)] }
}

/** The folders above `_posts` or `_drafts`, which Jekyll takes for categories. */
export function categoriesFromPath(path: string, special: string): readonly string[] {
  if (path.startsWith(special)) return []
  const name = path.slice(path.lastIndexOf('/') + 1)
  const above = path.slice(0, path.indexOf(special))
  return above.split('/').filter((folder) => folder !== '' && folder !== special && folder !== name)
}

function categoriesOf(value: unknown): readonly string[] {
  if (typeof value === 'string') return value.split(/\s+/).filter((name) => name !== '')
  return Array.isArray(value) ? value.map((name) => textOf(name) ?? '') : []
}

function singleOf(data: Values): readonly string[] {
  const value = data.category
  if (value === undefined || value === null || value === false) return []
  return (Array.isArray(value) ? value.flat(9) : [value]).flatMap((name) =>
    name === null ? [] : [String(name)],
  )
}

/** A value as Ruby prints it: whole numbers without leading signs, decimals without zeros at their end. */
export function printedByRuby(value: unknown, isQuoted: boolean): string | null {
  if (value === null || value === undefined || value === false) return null
  if (typeof value !== 'string') return typeof value === 'object' ? null : String(value)
  if (isQuoted || !/^[-+]?\d[\d_,]*(?:\.\d+)?$/.test(value)) return value
  const digits = value.replace(/[_,]/g, '')
  if (/^[-+]?0\d/.test(digits)) return value
  const isWhole = !digits.includes('.')
  if (isWhole) return BigInt(digits.replace('+', '')).toString()
  const number = Number(digits)
  return Number.isInteger(number) ? `${number}.0` : String(number)
}
