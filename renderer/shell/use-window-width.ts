import { useSyncExternalStore } from 'react'
import type { View } from '../actions/view-actions'

/** `narrow`: the sidebar lies over the text; `medium`: one pane at a time; `wide`: text and preview side by side. */
export type WindowWidth = 'narrow' | 'medium' | 'wide'

const narrow = window.matchMedia('(max-width: 799px)')
const medium = window.matchMedia('(max-width: 1099px)')

function subscribe(changed: () => void): () => void {
  narrow.addEventListener('change', changed)
  medium.addEventListener('change', changed)
  return () => {
    narrow.removeEventListener('change', changed)
    medium.removeEventListener('change', changed)
  }
}

function read(): WindowWidth {
  if (narrow.matches) return 'narrow'
  return medium.matches ? 'medium' : 'wide'
}

/** Whether the post list lies over the text, for want of room beside it. */
export function isOverlay(): boolean {
  return narrow.matches
}

/** How wide the window is now; the component renders again when a limit is passed. */
export function useWindowWidth(): WindowWidth {
  return useSyncExternalStore(subscribe, read)
}

/** The view that is shown of the one chosen: where two panes do not fit, Split shows the text. */
export function shownView(chosen: View, twoPanesFit: boolean): View {
  return chosen === 'split' && !twoPanesFit ? 'write' : chosen
}
