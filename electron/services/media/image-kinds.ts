import { endingOf } from '#shared/site/markup'
import { mediaTypeOf } from '../assets/media-types'

/** Endings of an image format, the usual one first. */
export type ImageEndings = readonly [usual: string, ...others: string[]]

type Kind = { readonly endings: ImageEndings; readonly matches: (bytes: Buffer) => boolean }

// Each format's own specification: the bytes that a file begins with.
const kinds: readonly Kind[] = [
  { endings: ['.png', '.apng'], matches: beginsWith('89504e470d0a1a0a') },
  { endings: ['.jpg', '.jpeg'], matches: beginsWith('ffd8ff') },
  { endings: ['.gif'], matches: (bytes) => /^GIF8[79]a$/.test(ascii(bytes, 0, 6)) },
  {
    endings: ['.webp'],
    matches: (bytes) => ascii(bytes, 0, 4) === 'RIFF' && ascii(bytes, 8, 12) === 'WEBP',
  },
  {
    endings: ['.avif'],
    matches: (bytes) => ascii(bytes, 4, 8) === 'ftyp' && /^avi[fs]$/.test(ascii(bytes, 8, 12)),
  },
  { endings: ['.svg'], matches: isSvg },
]

/** The endings that fit what a file's bytes are; null for bytes that are no PNG, JPEG, GIF, WebP, AVIF or SVG. */
export function imageEndingsOf(bytes: Uint8Array): ImageEndings | null {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  return kinds.find(({ matches }) => matches(buffer))?.endings ?? null
}

/** Whether a file's name says that it is an image for a page; an icon for the browser's tab is none. */
export function isImagePath(path: string): boolean {
  return endingOf(path) !== '.ico' && mediaTypeOf(path)?.startsWith('image/') === true
}

function beginsWith(hex: string): (bytes: Buffer) => boolean {
  const start = Buffer.from(hex, 'hex')
  return (bytes) => bytes.subarray(0, start.length).equals(start)
}

function ascii(bytes: Buffer, from: number, to: number): string {
  return bytes.toString('latin1', from, to)
}

/** An `svg` element after nothing but XML's prolog. */
function isSvg(bytes: Buffer): boolean {
  let rest = bytes.toString('utf8', 0, 64 * 1024).replace(/^\uFEFF/, '')
  for (;;) {
    const after = rest.replace(/^(?:\s+|<\?[^>]*\?>|<!DOCTYPE[^>[]*(?:\[[^\]]*\]\s*)?>)/i, '')
    const comment = after.startsWith('<!--') ? after.indexOf('-->') : -1
    const next = comment < 0 ? after : after.slice(comment + 3)
    if (next === rest) return /^<(?:svg:)?svg[\s>/]/.test(rest)
    rest = next
  }
}
