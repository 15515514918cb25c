import { createStore, type StoreApi } from 'zustand/vanilla'
import { mergePostListSettings } from '#shared/contract/post-list-settings'
import type { Preferences, PreferencesChange } from '#shared/contract/preferences'
import { mergePreviewSettings } from '#shared/contract/preview-settings'
import type { App } from './app'
import { notifyFailure } from './notices'

/** The preferences as last heard from the services. */
export function createPreferencesStore(preferences: Preferences): StoreApi<Preferences> {
  return createStore(() => preferences)
}

/** Shows the theme that the writer chose, and follows the system where none is chosen. */
export function followPreferences(app: App): void {
  const systemDark = window.matchMedia('(prefers-color-scheme: dark)')
  const showTheme = () => {
    const { theme } = app.preferences.getState()
    const dark = theme === 'dark' || (theme === 'system' && systemDark.matches)
    document.documentElement.dataset.theme = dark ? 'dark' : 'light'
  }
  systemDark.addEventListener('change', showTheme)
  app.preferences.subscribe(showTheme)
  app.client.on('preferences.changed', (preferences) => app.preferences.setState(preferences, true))
  showTheme()
}

/** Changes preferences: shown at once, kept by the services. */
export function changePreferences(app: App, change: PreferencesChange): void {
  const { layout, panels, lastPost, preview, postList, ...rest } = change
  app.preferences.setState((now) => ({
    ...now,
    ...(rest.theme === undefined ? {} : { theme: rest.theme }),
    layout: { ...now.layout, ...withoutUndefined(layout ?? {}) },
    panels: { ...now.panels, ...panels },
    lastPost: { ...now.lastPost, ...lastPost },
    preview: mergePreviewSettings(now.preview, preview),
    postList: mergePostListSettings(now.postList, postList),
  }))
  app.client.call('preferences.change', change).catch((error) => notifyFailure(app.notices, error))
}

function withoutUndefined<Value extends object>(
  value: Value,
): { [Key in keyof Value]?: NonNullable<Value[Key]> } {
  return Object.fromEntries(Object.entries(value).filter(([, entry]) => entry !== undefined)) as {
    [Key in keyof Value]?: NonNullable<Value[Key]>
  }
}
