import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { root } from '../root.mjs'

/** What every bundle depends on besides its sources: the libraries' versions and the way bundles are made. */
const always = ['package.json', 'package-lock.json', 'build/bundle']

/**
 * All files in a folder (or the file itself), sorted, relative to the repository, `/` between segments.
 *
 * @param {string} path
 * @returns {string[]}
 */
function filesIn(path) {
  const absolute = join(root, path)
  if (!existsSync(absolute)) return []
  if (!statSync(absolute).isDirectory()) return [path]
  return readdirSync(absolute, { withFileTypes: true })
    .sort((one, other) => (one.name < other.name ? -1 : 1))
    .flatMap((entry) => (entry.isDirectory() ? filesIn(`${path}/${entry.name}`) : [`${path}/${entry.name}`]))
}

/**
 * Names the exact content of everything that a bundle is made from. Content, not times: a checkout or a copy does not make
 * everything stale.
 *
 * @param {import('./bundles.mjs').Bundle} bundle
 * @returns {string}
 */
export function fingerprintOf(bundle) {
  const hash = createHash('sha256')
  for (const file of [...always, ...bundle.sources].flatMap(filesIn)) {
    const content = readFileSync(join(root, file))
    hash.update(`${file}\0${content.length}\0`).update(content)
  }
  return hash.digest('hex')
}

/** @param {import('./bundles.mjs').Bundle} bundle */
function stampFile(bundle) {
  return join(root, 'dist/.stamps', bundle.name)
}

/**
 * Whether what is in `dist/` was not made from the sources as they are now.
 *
 * @param {import('./bundles.mjs').Bundle} bundle
 * @param {string} fingerprint the sources as they are now
 * @returns {boolean}
 */
export function isStale(bundle, fingerprint) {
  if (!bundle.outputs.every((output) => existsSync(join(root, output)))) return true
  const file = stampFile(bundle)
  return !existsSync(file) || readFileSync(file, 'utf8') !== fingerprint
}

/**
 * Remembers what a bundle was made from.
 *
 * @param {import('./bundles.mjs').Bundle} bundle
 * @param {string} fingerprint taken before the bundle was made, so that an edit during the build makes it stale again
 */
export function writeStamp(bundle, fingerprint) {
  mkdirSync(join(root, 'dist/.stamps'), { recursive: true })
  writeFileSync(stampFile(bundle), fingerprint)
}
