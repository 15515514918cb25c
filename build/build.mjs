import { parseArgs } from 'node:util'
import { bundles } from './bundle/bundles.mjs'
import { fingerprintOf, isStale, writeStamp } from './bundle/fingerprint.mjs'
import { withBuildLock } from './bundle/lock.mjs'
import { makeBundle } from './bundle/make.mjs'
import { printSizes } from './bundle/sizes.mjs'
import { install } from './install.mjs'
import { isMain, runScript, say } from './run/script.mjs'

/** @typedef {import('./bundle/bundles.mjs').Bundle} Bundle */

/**
 * Those of the wanted bundles whose sources have changed since they were made.
 *
 * @param {readonly Bundle[]} wanted
 * @param {boolean} force
 */
function staleAmong(wanted, force) {
  return wanted
    .map((bundle) => ({ bundle, fingerprint: fingerprintOf(bundle) }))
    .filter(({ bundle, fingerprint }) => force || isStale(bundle, fingerprint))
}

/** @param {{ bundle: Bundle, fingerprint: string }} stale */
async function makeAndStamp({ bundle, fingerprint }) {
  const startedAt = performance.now()
  await makeBundle(bundle)
  writeStamp(bundle, fingerprint)
  say(`built ${bundle.name} in ${((performance.now() - startedAt) / 1000).toFixed(1)} s`)
}

/**
 * Brings `dist/` up to date: makes the bundles that are stale and leaves the others alone. Says on standard error what it makes.
 * Fails with the bundler's message; bundles that were made stay made.
 *
 * @param {{ readonly names?: readonly string[], readonly force?: boolean }} [options] `names`: only these bundles
 */
export async function build({ names = [], force = false } = {}) {
  const unknown = names.filter((name) => !bundles.some((bundle) => bundle.name === name))
  if (unknown.length > 0)
    throw new Error(
      `no bundle is called ${unknown.join(', ')}; there are ${bundles.map(({ name }) => name).join(', ')}`,
    )
  const wanted = bundles.filter(({ name }) => names.length === 0 || names.includes(name))
  if (staleAmong(wanted, force).length === 0) return
  await withBuildLock(async () => {
    // looked at again: another process may have built while this one waited
    const outcomes = await Promise.allSettled(staleAmong(wanted, force).map(makeAndStamp))
    const failures = outcomes.flatMap((outcome) => (outcome.status === 'rejected' ? [outcome.reason] : []))
    if (failures.length > 0)
      throw new AggregateError(failures, failures.map((failure) => failure.message).join('\n'))
  })
}

if (isMain(import.meta.url))
  await runScript(async () => {
    const { values, positionals } = parseArgs({
      options: { sizes: { type: 'boolean' }, force: { type: 'boolean' } },
      allowPositionals: true,
    })
    await install()
    await build({ names: positionals, force: values.force ?? false })
    if (values.sizes) printSizes()
  })
