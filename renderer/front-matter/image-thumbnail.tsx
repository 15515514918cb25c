import Globe from 'lucide-react/dist/esm/icons/globe.mjs'
import ImageIcon from 'lucide-react/dist/esm/icons/image.mjs'
import ImageOff from 'lucide-react/dist/esm/icons/image-off.mjs'
import { useState } from 'react'
import type { PostPath } from '#shared/contract/post-path'
import { useApp } from '../shell/app-context'
import { openBlogId } from '../state/session'
import styles from './image-field.module.css'
import type { ImageReference } from './image-reference'

/** What became of an image: its size in pixels once it is there. */
export type ImageSight =
  | { readonly kind: 'waiting' }
  | { readonly kind: 'seen'; readonly width: number; readonly height: number }
  | { readonly kind: 'missing' }

type ImageThumbnailProps = {
  readonly reference: ImageReference
  readonly post: PostPath
  readonly sight: ImageSight
  readonly onSight: (sight: ImageSight) => void
}

/** The image that a field names, small; a sign instead for none, for one that is missing and for one on another site. */
export function ImageThumbnail({ reference, post, sight, onSight }: ImageThumbnailProps) {
  const app = useApp()
  const [turn, setTurn] = useState(0)
  if (reference.kind === 'none') return <ImageIcon size={18} aria-hidden="true" />
  if (reference.kind === 'elsewhere') return <Globe size={18} aria-hidden="true" />
  const tried = reference.tries[turn]
  if (tried === undefined || sight.kind === 'missing') return <ImageOff size={18} aria-hidden="true" />
  return (
    <img
      className={styles.image}
      src={app.client.assetUrl(openBlogId(app), post, tried)}
      alt=""
      decoding="async"
      draggable={false}
      onLoad={({ currentTarget: { naturalWidth, naturalHeight } }) =>
        onSight({ kind: 'seen', width: naturalWidth, height: naturalHeight })
      }
      onError={() => (turn + 1 < reference.tries.length ? setTurn(turn + 1) : onSight({ kind: 'missing' }))}
    />
  )
}
