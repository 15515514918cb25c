import { PostPath } from '#shared/contract/post-path'
import type { ImageEndings } from './image-kinds'

const maxStemLength = 60

/**
 * A file name for an image, fit for an address and for every file system: small letters, digits and hyphens, no folder, not hidden,
 * no device's name. The ending says what the bytes are, whatever the given name claims.
 */
export function imageName(given: string, endings: ImageEndings): string {
  const base = given.slice(Math.max(given.lastIndexOf('/'), given.lastIndexOf('\\')) + 1)
  const [stem, ending] = apart(base)
  const slug = Array.from(slugOf(stem)).slice(0, maxStemLength).join('').replace(/-+$/, '') || 'image'
  const name = `${slug}${endings.find((fitting) => fitting === ending.toLowerCase()) ?? endings[0]}`
  return PostPath.safeParse(name).success ? name : `image-${name}`
}

/** The name for the `turn`-th try, counted from 1: `tea.png`, `tea-2.png`, `tea-3.png`, … */
export function numberedName(name: string, turn: number): string {
  const [stem, ending] = apart(name)
  return turn === 1 ? name : `${stem}-${turn}${ending}`
}

function apart(name: string): readonly [stem: string, ending: string] {
  const dot = name.lastIndexOf('.')
  return dot <= 0 ? [name, ''] : [name.slice(0, dot), name.slice(dot)]
}

function slugOf(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .normalize('NFC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '-')
    .replace(/^-+|-+$/g, '')
}
