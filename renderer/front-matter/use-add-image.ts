import { useState } from 'react'
import { FailureError } from '#shared/contract/failure'
import type { PostPath } from '#shared/contract/post-path'
import { useApp } from '../shell/app-context'
import { openBlogId } from '../state/session'
import { controlStrings } from '../strings/form-controls'
import { readImageFile } from './image-file'

/** Taking a file of the writer's into the blog. */
export type AddImage = {
  /** The name of the file that is being added, null while none is. */
  readonly adding: string | null
  /** Why the last file could not be added. */
  readonly problem: string | null
  /** Changes with each image added. */
  readonly addedCount: number
  /** Adds the one file that was dropped or chosen, and names it in the post. */
  add(files: readonly File[]): void
  /** Takes the problem back. */
  forget(): void
}

/** Adds images to the blog for the post at `path`; `onText` gets what the post has to say for each. */
export function useAddImage(path: PostPath, onText: (text: string) => string): AddImage {
  const app = useApp()
  const [adding, setAdding] = useState<string | null>(null)
  const [problem, setProblem] = useState<string | null>(null)
  const [addedCount, setAddedCount] = useState(0)

  const put = async (file: File): Promise<void> => {
    const read = await readImageFile(file)
    if (read.kind === 'problem') return setProblem(read.message)
    const { name, base64 } = read
    const { reference } = await app.client.call('media.add', { blog: openBlogId(app), path, name, base64 })
    setAddedCount((count) => count + 1)
    onText(reference)
  }
  return {
    adding,
    problem,
    addedCount,
    forget: () => setProblem(null),
    add(files) {
      const [file] = files
      if (adding !== null) return
      if (file === undefined) return setProblem(controlStrings.noFile)
      if (files.length > 1) return setProblem(controlStrings.oneFile)
      setProblem(null)
      setAdding(file.name)
      put(file)
        .catch((error) => {
          if (!(error instanceof FailureError)) throw error
          setProblem(error.message)
        })
        .finally(() => setAdding(null))
    },
  }
}
