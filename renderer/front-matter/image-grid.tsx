import { memo, useMemo } from 'react'
import { ListBox, ListBoxItem } from 'react-aria-components/ListBox'
import { GridLayout, Size, Virtualizer } from 'react-aria-components/Virtualizer'
import type { MediaFile } from '#shared/contract/media'
import type { PostPath } from '#shared/contract/post-path'
import { useApp } from '../shell/app-context'
import { openBlogId } from '../state/session'
import { controlStrings } from '../strings/form-controls'
import styles from './image-grid.module.css'
import { imageReference } from './image-reference'

type ImageGridProps = {
  readonly post: PostPath
  readonly images: readonly MediaFile[]
  /** What the field has now. */
  readonly chosen: string
  /** Gets the chosen image's reference. */
  readonly onChoose: (reference: string) => void
}

const layout = {
  minItemSize: new Size(124, 132),
  maxItemSize: new Size(180, 132),
  minSpace: new Size(8, 8),
}

/** Images with their names, in rows. Only those in view exist and are loaded, so two thousand are as quick as ten. */
export const ImageGrid = memo(function ImageGrid({ post, images, chosen, onChoose }: ImageGridProps) {
  const items = useMemo(() => images.map((image) => ({ id: image.path, image })), [images])
  const current = images.find(({ reference }) => reference === chosen)
  return (
    <Virtualizer layout={GridLayout} layoutOptions={layout}>
      <ListBox
        className={styles.grid ?? ''}
        aria-label={controlStrings.images}
        layout="grid"
        items={items}
        selectionMode="single"
        selectedKeys={current === undefined ? [] : [current.path]}
      >
        {({ image }) => (
          <ListBoxItem
            id={image.path}
            textValue={image.path}
            className={styles.item ?? ''}
            onPress={() => onChoose(image.reference)}
          >
            <Thumbnail post={post} reference={image.reference} />
            <span className={styles.name} title={image.path}>
              {image.path.slice(image.path.lastIndexOf('/') + 1)}
            </span>
            <span className={styles.folder}>{image.path.slice(0, image.path.lastIndexOf('/') + 1)}</span>
          </ListBoxItem>
        )}
      </ListBox>
    </Virtualizer>
  )
})

function Thumbnail({ post, reference }: { readonly post: PostPath; readonly reference: string }) {
  const app = useApp()
  const meant = imageReference(reference)
  const tries = meant.kind === 'in-blog' ? meant.tries : []
  const addresses = tries.map((tried) => app.client.assetUrl(openBlogId(app), post, tried))
  return (
    <img
      className={styles.image}
      src={addresses[0]}
      alt=""
      loading="lazy"
      decoding="async"
      draggable={false}
      onError={({ currentTarget }) => {
        const next = addresses.at(-1)
        if (next !== undefined && currentTarget.src !== new URL(next, currentTarget.baseURI).href)
          currentTarget.src = next
      }}
    />
  )
}
