import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { root } from '../root.mjs'

/** The most JavaScript, gzipped, that may load before the first paint. Kilobytes of 1000 bytes. */
export const maxInitialKilobytes = 180

const folder = join(root, 'dist/renderer')

/**
 * @typedef {{
 *   readonly file: string
 *   readonly isEntry?: boolean
 *   readonly imports?: readonly string[]
 *   readonly css?: readonly string[]
 * }} Chunk a chunk of Vite's manifest, as far as it is read here
 */

/**
 * The keys of a page's script and of everything it imports statically: what the browser loads before anything can be painted.
 *
 * @param {Readonly<Record<string, Chunk>>} manifest
 * @param {string} entry
 * @returns {Set<string>}
 */
export function initialChunks(manifest, entry) {
  /** @type {Set<string>} */
  const seen = new Set()
  const waiting = [entry]
  for (let key = waiting.pop(); key !== undefined; key = waiting.pop()) {
    if (seen.has(key)) continue
    seen.add(key)
    waiting.push(...(manifest[key]?.imports ?? []))
  }
  return seen
}

/** @param {string} file */
function gzippedBytes(file) {
  return gzipSync(readFileSync(join(folder, file))).length
}

/**
 * The gzipped size of each of the renderer's scripts, largest first, and of those that load at the start together. Reads
 * `dist/renderer`, which must be built.
 */
export function measureSizes() {
  /** @type {Record<string, Chunk>} */
  const manifest = JSON.parse(readFileSync(join(folder, '.vite/manifest.json'), 'utf8'))
  const initial = initialChunks(manifest, 'index.html')
  const chunks = Object.entries(manifest)
    .filter(([, chunk]) => chunk.file.endsWith('.js'))
    .map(([key, chunk]) => ({
      file: chunk.file,
      bytes: gzippedBytes(chunk.file),
      isInitial: initial.has(key),
    }))
    .sort((one, other) => other.bytes - one.bytes)
  const initialBytes = chunks.reduce((sum, { bytes, isInitial }) => sum + (isInitial ? bytes : 0), 0)
  return { chunks, initialBytes }
}

/** @param {number} bytes */
function kilobytes(bytes) {
  return `${(bytes / 1000).toFixed(1)} kB`
}

/** Prints the sizes for people; the exit code is 1 when the initial scripts are larger than they may be. */
export function printSizes() {
  const { chunks, initialBytes } = measureSizes()
  for (const { file, bytes, isInitial } of chunks)
    console.log(`${kilobytes(bytes).padStart(10)}  ${isInitial ? 'at start' : 'on demand'}  ${file}`)
  console.log(
    `${kilobytes(initialBytes).padStart(10)}  at start, gzipped; the limit is ${maxInitialKilobytes} kB`,
  )
  if (initialBytes > maxInitialKilobytes * 1000) process.exitCode = 1
}
