import { useEffect, useState } from 'react'
import type { PostPath } from '#shared/contract/post-path'
import type { FrontMatter } from '#shared/front-matter/front-matter'
import type { EditorPort } from '../../state/editor-port'

/** The editor's post as it stood a moment ago. */
export type ShownPost = { readonly path: PostPath; readonly frontMatter: FrontMatter; readonly body: string }

/** Reading it waits this long after the last change, so that typing never waits for it. */
const readAfterMs = 120

/** The post that the editor shows, a moment after each change; null while it shows none. */
export function useShownPost(editor: EditorPort): ShownPost | null {
  const [post, setPost] = useState<ShownPost | null>(() => readPost(editor))
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined
    const read = (): void => setPost(readPost(editor))
    const stop = editor.onUpdate(() => {
      clearTimeout(timer)
      timer = setTimeout(read, readAfterMs)
    })
    read()
    return () => {
      clearTimeout(timer)
      stop()
    }
  }, [editor])
  return post
}

function readPost(editor: EditorPort): ShownPost | null {
  const snapshot = editor.snapshot()
  if (snapshot === null) return null
  return { path: snapshot.path, frontMatter: snapshot.frontMatter, body: editor.body() }
}
