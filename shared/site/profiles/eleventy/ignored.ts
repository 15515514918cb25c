import { matchesGlob } from '../glob-match'
import type { EleventyConfiguration } from './configuration'

/** Tells which paths Eleventy passes over: `.gitignore` and `.eleventyignore` at the root, the latter in the input folder too, and what the configuration ignores. Patterns with `!` do not count (eleventy/src/EleventyFiles.js). */
export function ignoredPaths(
  site: EleventyConfiguration,
  texts: ReadonlyMap<string, string>,
): (path: string) => boolean {
  const patterns = [
    ...(site.heedsGitIgnore ? linesOf(texts.get('.gitignore'), '') : []),
    ...linesOf(texts.get('.eleventyignore'), ''),
    ...(site.input === '' ? [] : linesOf(texts.get(`${site.input}.eleventyignore`), site.input)),
    ...site.ignores.map(trimmed),
    ...(site.output === '' || site.input.startsWith(site.output) ? [] : [site.output.slice(0, -1)]),
  ]
  return (path) =>
    patterns.some((pattern) => matchesGlob(pattern, path) || matchesGlob(`${pattern}/**`, path))
}

function linesOf(text: string | undefined, folder: string): readonly string[] {
  const lines = (text ?? '').split('\n').map((line) => line.trim())
  return lines.filter((line) => line !== '' && !/^[#!]/.test(line)).map((line) => folder + trimmed(line))
}

function trimmed(pattern: string): string {
  return pattern.replace(/^(?:\.?\/)+|\/+$/g, '')
}
