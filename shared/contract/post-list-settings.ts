// without the schemas: the interface's first script must not carry their library
import type { PostListSettings, Preferences, PreferencesChange } from './preferences'

/** The list of a blog whose writer has chosen nothing: all posts, newest first. */
export const defaultPostListSettings: PostListSettings = {
  sort: 'date',
  grouped: false,
  show: 'all',
  tag: null,
  author: null,
  year: null,
  language: null,
}

/** What a writer has chosen for a blog's list; what is not named is as in `defaultPostListSettings`. */
export type ChosenPostListSettings = Preferences['postList'][string]

/** A blog's whole settings from what its writer has chosen. */
export function wholePostListSettings(chosen: ChosenPostListSettings | undefined): PostListSettings {
  const named = Object.entries(chosen ?? {}).filter(([, value]) => value !== undefined)
  return { ...defaultPostListSettings, ...Object.fromEntries(named) }
}

/** The settings of all blogs with `change` merged into them, each blog's settings by name. */
export function mergePostListSettings(
  current: Preferences['postList'],
  change: PreferencesChange['postList'],
): Preferences['postList'] {
  const changed = Object.entries(change ?? {}).map(
    ([folder, settings]) => [folder, { ...current[folder], ...settings }] as const,
  )
  return { ...current, ...Object.fromEntries(changed) }
}
