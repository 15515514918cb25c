import { useState, useSyncExternalStore } from 'react'
import type { FrontMatter } from '#shared/front-matter/front-matter'
import type { EditorPort } from '../state/editor-port'
import { shareFields } from './share-fields'

const noFrontMatter: FrontMatter = { kind: 'none' }

/** The shown post's front matter; a field that an edit left as it was is the same object as before, places aside. */
export function useSharedFrontMatter(editor: EditorPort): FrontMatter {
  const [share] = useState(createSharing)
  return useSyncExternalStore(
    (changed) => editor.onUpdate(({ frontMatterChanged }) => frontMatterChanged && changed()),
    () => share(editor.snapshot()?.frontMatter ?? noFrontMatter),
  )
}

function createSharing(): (frontMatter: FrontMatter) => FrontMatter {
  let read = noFrontMatter
  let shared = noFrontMatter
  return (frontMatter) => {
    if (frontMatter === read) return shared
    read = frontMatter
    if (frontMatter.kind === 'fields' && shared.kind === 'fields') {
      const fields = shareFields(shared.fields, frontMatter.fields)
      if (fields !== shared.fields) shared = { kind: 'fields', fields }
    } else shared = frontMatter
    return shared
  }
}
