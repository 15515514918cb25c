import { join } from 'node:path'
import { z } from 'zod'
import { mergePostListSettings } from '#shared/contract/post-list-settings'
import { Preferences, type PreferencesChange } from '#shared/contract/preferences'
import { mergePreviewSettings } from '#shared/contract/preview-settings'
import { createJsonStore } from '../files/json-store'
import type { Ports } from '../ports'

/** What the writer has chosen, kept in the user's data folder. */
export type PreferencesStore = {
  read(): Promise<Preferences>
  /** Merges the named settings, objects one level deep, `preview` and `postList` two, writes and tells of the change. */
  change(change: PreferencesChange): Promise<Preferences>
}

/** The preferences in `preferences.json`; a damaged setting falls back to its default and the others stay. */
export function createPreferencesStore({
  userDataFolder,
  log,
  emit,
}: Pick<Ports, 'userDataFolder' | 'log' | 'emit'>): PreferencesStore {
  const store = createJsonStore(join(userDataFolder, 'preferences.json'), repairPreferences, log)
  return {
    read: () => store.read(),
    async change(change) {
      const preferences = await store.change((current) => merge(current, change))
      emit('preferences.changed', preferences)
      return preferences
    },
  }
}

/** Sound preferences from whatever was stored: each setting that does not fit its schema is left at its default. */
export function repairPreferences(stored: unknown): Preferences {
  const settings = z.record(z.string(), z.unknown()).safeParse(stored)
  if (!settings.success) return Preferences.parse({})
  const sound = Object.entries(Preferences.shape).flatMap(([name, schema]) => {
    const value = schema.safeParse(settings.data[name])
    return value.success ? [[name, value.data] as const] : []
  })
  return Preferences.parse(Object.fromEntries(sound))
}

function merge(current: Preferences, change: PreferencesChange): Preferences {
  return Preferences.parse({
    theme: change.theme ?? current.theme,
    layout: { ...current.layout, ...change.layout },
    panels: { ...current.panels, ...change.panels },
    lastPost: { ...current.lastPost, ...change.lastPost },
    preview: mergePreviewSettings(current.preview, change.preview),
    postList: mergePostListSettings(current.postList, change.postList),
  })
}
