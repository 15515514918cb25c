// without the schemas: the interface's first script must not carry their library
import type { Preferences, PreferencesChange, PreviewSettings } from './preferences'

/** The settings of a blog whose writer has chosen nothing. */
export const defaultPreviewSettings: PreviewSettings = {
  page: 'plain',
  reader: 'article',
  flavour: null,
  remoteMedia: false,
  samplePage: null,
  differences: true,
}

/** What a writer has chosen for a blog; what is not named is as in `defaultPreviewSettings`. */
export type ChosenPreviewSettings = Preferences['preview'][string]

/** A blog's whole settings from what its writer has chosen. */
export function wholePreviewSettings(chosen: ChosenPreviewSettings | undefined): PreviewSettings {
  const named = Object.entries(chosen ?? {}).filter(([, value]) => value !== undefined)
  return { ...defaultPreviewSettings, ...Object.fromEntries(named) }
}

/** The settings of all blogs with `change` merged into them, each blog's settings by name. */
export function mergePreviewSettings(
  current: Preferences['preview'],
  change: PreferencesChange['preview'],
): Preferences['preview'] {
  const changed = Object.entries(change ?? {}).map(
    ([folder, settings]) => [folder, { ...current[folder], ...settings }] as const,
  )
  return { ...current, ...Object.fromEntries(changed) }
}
