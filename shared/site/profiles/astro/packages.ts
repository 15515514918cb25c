import { githubSlug } from '../github-slug'
import { identity } from '../program/evaluate'
import type { KnownPackages } from '../program/modules'
import { native, type ProgramObject, type ProgramValue, unknown } from '../program/program-value'
import { zod } from './schema'

/** A loader of files that match a pattern, as the site's program asked for it. */
export type GlobLoader = { readonly options: ProgramValue }

const loaders = new WeakMap<ProgramObject, GlobLoader>()

/** The options of a `glob()` loader; null for a value that is none. */
export function globLoaderOf(value: ProgramValue): GlobLoader | null {
  return typeof value === 'object' && value !== null && !Array.isArray(value) && value.type === 'object'
    ? (loaders.get(value) ?? null)
    : null
}

const glob = native(([options]) => {
  const value: ProgramObject = { type: 'object', fields: new Map(), isOpen: true }
  loaders.set(value, { options })
  return value
})

const slug = native(([text]) => (typeof text === 'string' ? githubSlug(text) : unknown))

/** What Astro's own packages give, with `getCollection` as the site's posts are asked for. */
export function astroPackages(getCollection: ProgramValue): KnownPackages {
  const known: Readonly<Record<string, Readonly<Record<string, ProgramValue>>>> = {
    'astro:content': { getCollection, defineCollection: identity, z: zod },
    'astro/loaders': { glob },
    'astro:schema': { z: zod },
    'astro/zod': { z: zod },
    zod: { z: zod, default: zod, '*': zod },
    'astro/config': { defineConfig: identity },
    'github-slugger': { slug },
  }
  return (specifier, name) => {
    const found = known[specifier]
    return found === undefined ? null : Object.hasOwn(found, name) ? found[name] : unknown
  }
}
