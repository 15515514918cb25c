import { useCallback, useDeferredValue, useEffect, useMemo, useRef, useState } from 'react'
import { Dialog } from 'react-aria-components/Dialog'
import { Heading } from 'react-aria-components/Heading'
import { Input } from 'react-aria-components/Input'
import { Modal, ModalOverlay } from 'react-aria-components/Modal'
import { TextField } from 'react-aria-components/TextField'
import type { CallResult } from '#shared/contract/calls'
import { FailureError } from '#shared/contract/failure'
import type { MediaFile } from '#shared/contract/media'
import type { PostPath } from '#shared/contract/post-path'
import { useApp } from '../shell/app-context'
import { openBlogId } from '../state/session'
import { controlStrings } from '../strings/form-controls'
import { Button } from '../ui/button'
import { ImageGrid } from './image-grid'
import styles from './image-picker.module.css'

type ImagePickerProps = {
  readonly label: string
  readonly post: PostPath
  /** What the field has now. */
  readonly chosen: string
  /** Gets what the post has to say for the image. */
  readonly onChoose: (reference: string) => void
  readonly onClose: () => void
}

type Listing =
  | { readonly kind: 'loading' }
  | { readonly kind: 'failed'; readonly message: string }
  | ({ readonly kind: 'listed' } & CallResult<'media.list'>)

/** The blog's images to choose from, the likeliest first. Words filter them, the down arrow leads to them, Enter chooses. */
export function ImagePicker({ label, post, chosen, onChoose, onClose }: ImagePickerProps) {
  const listing = useListing(post)
  const content = useRef<HTMLDivElement>(null)
  const [words, setWords] = useState('')
  const all = listing.kind === 'listed' ? listing.images : none
  // what is typed shows at once, the grid follows
  const sought = useDeferredValue(words)
  const images = useMemo(() => filtered(all, sought), [all, sought])
  const choose = useCallback(
    (reference: string) => {
      onChoose(reference)
      onClose()
    },
    [onChoose, onClose],
  )
  return (
    <ModalOverlay
      className={styles.overlay ?? ''}
      isOpen
      isDismissable
      onOpenChange={(isOpen) => !isOpen && onClose()}
    >
      <Modal>
        <Dialog className={styles.dialog ?? ''}>
          <div className={styles.header}>
            <Heading slot="title" className={styles.title ?? ''}>
              {controlStrings.pickerTitle(label)}
            </Heading>
            <span className={styles.count} role="status">
              {countInWords(listing, images.length, all.length)}
            </span>
          </div>
          <TextField
            aria-label={controlStrings.filterImages}
            className={styles.search ?? ''}
            type="search"
            value={words}
            onChange={setWords}
            autoFocus
            onKeyDown={(event) => {
              const [first] = filtered(all, words)
              if (event.key === 'ArrowDown') focusGrid(content.current)
              else if (event.key === 'Enter' && words.trim() !== '' && first !== undefined)
                choose(first.reference)
              else event.continuePropagation()
            }}
          >
            <Input
              className={styles.input ?? ''}
              placeholder={controlStrings.filterImages}
              spellCheck="false"
            />
          </TextField>
          <div ref={content} className={styles.content}>
            {images.length > 0 ? (
              <ImageGrid post={post} images={images} chosen={chosen} onChoose={choose} />
            ) : (
              <p className={listing.kind === 'failed' ? styles.problem : styles.nothing}>
                {emptyInWords(listing, words.trim())}
              </p>
            )}
          </div>
          <div className={styles.footer}>
            <span className={styles.cut}>
              {listing.kind === 'listed' && listing.isCut ? controlStrings.cut : ''}
            </span>
            <Button onPress={onClose}>{controlStrings.cancel}</Button>
          </div>
        </Dialog>
      </Modal>
    </ModalOverlay>
  )
}

const none: readonly MediaFile[] = []

function useListing(post: PostPath): Listing {
  const app = useApp()
  const [listing, setListing] = useState<Listing>({ kind: 'loading' })
  useEffect(() => {
    let gone = false
    app.client
      .call('media.list', { blog: openBlogId(app), path: post })
      .then((found): Listing => ({ kind: 'listed', ...found }))
      .catch((error): Listing => {
        if (error instanceof FailureError) return { kind: 'failed', message: error.message }
        throw error
      })
      .then((next) => {
        if (!gone) setListing(next)
      })
    return () => {
      gone = true
    }
  }, [app, post])
  return listing
}

function filtered(images: readonly MediaFile[], words: string): readonly MediaFile[] {
  const wanted = words.toLowerCase().split(/\s+/)
  return images.filter(({ path }) => wanted.every((word) => path.toLowerCase().includes(word)))
}

function countInWords(listing: Listing, shown: number, all: number): string {
  if (listing.kind !== 'listed') return ''
  return shown === all ? controlStrings.imageCount(all) : controlStrings.someOf(shown, all)
}

function emptyInWords(listing: Listing, words: string): string {
  if (listing.kind === 'loading') return controlStrings.loadingImages
  if (listing.kind === 'failed') return listing.message
  return listing.images.length === 0 ? controlStrings.noImages : controlStrings.noMatch(words)
}

/** The grid takes the focus to the chosen image, else to the first. */
function focusGrid(content: HTMLElement | null): void {
  content?.querySelector<HTMLElement>('[role="listbox"]')?.focus()
}
