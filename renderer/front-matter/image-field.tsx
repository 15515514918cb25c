import Images from 'lucide-react/dist/esm/icons/images.mjs'
import { type DragEvent, lazy, Suspense, useId, useRef, useState } from 'react'
import { Button as AriaButton } from 'react-aria-components/Button'
import type { PostPath } from '#shared/contract/post-path'
import { controlStrings } from '../strings/form-controls'
import { Button } from '../ui/button'
import { settleText } from './draft'
import form from './field.module.css'
import styles from './image-field.module.css'
import { imageReference } from './image-reference'
import { type ImageSight, ImageThumbnail } from './image-thumbnail'
import { useAddImage } from './use-add-image'
import { useDraft } from './use-draft'

type ImageFieldProps = {
  readonly label: string
  readonly text: string
  /** The post that the field belongs to. */
  readonly path: PostPath
  readonly isReadOnly: boolean
  /** Writes a text and gives what the file holds then. */
  readonly onText: (text: string) => string
  readonly describedBy: string | undefined
}

const loadPicker = async () => ({ default: (await import('./image-picker')).ImagePicker })
const ImagePicker = lazy(loadPicker)

/**
 * An image by the path that the post has for it: typed, chosen among the blog's images, or dropped as a file, which is then put where
 * the blog keeps such images. Nothing is ever loaded from another site.
 */
export function ImageField({ label, text, path, isReadOnly, onText, describedBy }: ImageFieldProps) {
  const id = useId()
  const opener = useRef<HTMLButtonElement>(null)
  const chooser = useRef<HTMLInputElement>(null)
  const [isOpen, setOpen] = useState(false)
  const [isOver, setOver] = useState(false)
  const { shown, type, leave } = useDraft(text, (typed) => settleText(typed, text), onText)
  const { adding, problem, addedCount, add, forget } = useAddImage(path, onText)
  const [seen, setSeen] = useState<{ readonly of: string; readonly sight: ImageSight }>(nothingSeen)
  const reference = imageReference(shown)
  // an image that was missing may be there since another was added
  const subject = `${shown.trim()} ${addedCount}`
  const sight = seen.of === subject ? seen.sight : nothingSeen.sight
  const drop = (event: DragEvent) => {
    event.preventDefault()
    setOver(false)
    if (!isReadOnly) add([...event.dataTransfer.files])
  }
  const chooseFile = () => chooser.current?.click()
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: files are dropped on it; keys have the button
    <div
      className={`${form.field} ${styles.field}`}
      onDragOver={(event) => {
        if (!event.dataTransfer.types.includes('Files')) return
        event.preventDefault()
        setOver(true)
      }}
      onDragLeave={(event) => {
        if (!(event.relatedTarget instanceof Node && event.currentTarget.contains(event.relatedTarget)))
          setOver(false)
      }}
      onDrop={drop}
    >
      <label className={form.label} htmlFor={id}>
        {label}
      </label>
      <div className={`${styles.box} ${isOver ? styles.over : ''}`}>
        <span className={`${styles.frame} ${sight.kind === 'missing' ? styles.missing : ''}`}>
          <ImageThumbnail
            key={subject}
            reference={reference}
            post={path}
            sight={sight}
            onSight={(next) => setSeen({ of: subject, sight: next })}
          />
        </span>
        <div className={styles.path}>
          <input
            id={id}
            className={form.input}
            value={shown}
            readOnly={isReadOnly}
            spellCheck="false"
            aria-describedby={[`${id}-state`, `${id}-said`, describedBy ?? []].flat().join(' ')}
            onChange={(event) => {
              forget()
              type(event.target.value)
            }}
            onBlur={leave}
          />
          <AriaButton
            ref={opener}
            className={styles.open ?? ''}
            aria-label={controlStrings.chooseImage(label)}
            aria-haspopup="dialog"
            isDisabled={isReadOnly}
            onHoverStart={() => void loadPicker()}
            onFocus={() => void loadPicker()}
            onPress={() => setOpen(true)}
          >
            <Images size={15} aria-hidden="true" />
          </AriaButton>
        </div>
        <div className={styles.below}>
          <span id={`${id}-state`} className={sight.kind === 'missing' ? styles.bad : styles.state}>
            {problem === null ? stateInWords(reference.kind, sight) : ''}
          </span>
          <span id={`${id}-said`} className={problem === null ? styles.state : styles.bad} role="status">
            {problem ?? (adding === null ? '' : controlStrings.adding(adding))}
          </span>
          <Button
            kind="bare"
            aria-label={controlStrings.chooseFileFor(label)}
            isDisabled={isReadOnly || adding !== null}
            onPress={chooseFile}
          >
            {controlStrings.chooseFile}
          </Button>
          <input
            ref={chooser}
            type="file"
            hidden
            aria-label={controlStrings.fileFor(label)}
            accept=".png,.apng,.jpg,.jpeg,.gif,.webp,.avif,.svg"
            onChange={(event) => {
              add([...(event.target.files ?? [])])
              // the same file can be chosen again
              event.target.value = ''
            }}
          />
        </div>
      </div>
      {isOpen ? (
        <Suspense fallback={null}>
          <ImagePicker
            label={label}
            post={path}
            chosen={shown.trim()}
            onChoose={(chosen) => {
              forget()
              if (chosen !== text) onText(chosen)
            }}
            onClose={() => setOpen(false)}
          />
        </Suspense>
      ) : null}
    </div>
  )
}

const nothingSeen: { readonly of: string; readonly sight: ImageSight } = {
  of: '',
  sight: { kind: 'waiting' },
}

function stateInWords(kind: 'none' | 'elsewhere' | 'in-blog', sight: ImageSight): string {
  if (kind === 'none') return controlStrings.noImage
  if (kind === 'elsewhere') return controlStrings.elsewhere
  if (sight.kind === 'missing') return controlStrings.notFound
  return sight.kind === 'seen' && sight.width > 0 ? controlStrings.sizeOf(sight.width, sight.height) : ''
}
