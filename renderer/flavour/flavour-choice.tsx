import { Dialog, Heading } from 'react-aria-components/Dialog'
import { ListBox, ListBoxItem } from 'react-aria-components/ListBox'
import type { SiteEvidence } from '#shared/contract/blog'
import { describeFlavour, type FlavourId, flavourIds } from '#shared/markdown/flavours/flavour'
import { useApp } from '../shell/app-context'
import { changePreviewSettings } from '../state/preview-settings'
import { flavourStrings } from '../strings/flavour'
import styles from './flavour-choice.module.css'

const asFound = 'as-found'

type FlavourChoiceProps = {
  readonly evidence: SiteEvidence
  /** What the writer chose in place of the flavour that was found; null when that is in force. */
  readonly chosen: FlavourId | null
}

/** Why the preview speaks this Markdown, and every other one to choose for this blog. */
export function FlavourChoice({ evidence, chosen }: FlavourChoiceProps) {
  const app = useApp()
  const found = describeFlavour(evidence.setup.flavour)
  const others = flavourIds.filter((id) => id !== found.id).map(describeFlavour)
  return (
    <Dialog className={styles.dialog ?? ''}>
      {({ close }) => (
        <>
          <Heading slot="title" className={styles.title ?? ''}>
            {flavourStrings.title}
          </Heading>
          <p className={styles.reason}>{evidence.flavourReason}</p>
          {chosen === null ? null : (
            <p className={styles.reason}>{flavourStrings.chosen(describeFlavour(chosen).label)}</p>
          )}
          <ListBox
            className={styles.list ?? ''}
            aria-label={flavourStrings.list}
            selectionMode="single"
            disallowEmptySelection
            autoFocus
            selectedKeys={[chosen ?? asFound]}
            onSelectionChange={(keys) => {
              const [key] = keys === 'all' ? [] : keys
              changePreviewSettings(app, { flavour: key === asFound ? null : String(key) })
              close()
            }}
          >
            <FlavourItem id={asFound} label={flavourStrings.asFound(found.label)} usedBy={found.usedBy} />
            {others.map(({ id, label, usedBy }) => (
              <FlavourItem key={id} id={id} label={label} usedBy={usedBy} />
            ))}
          </ListBox>
        </>
      )}
    </Dialog>
  )
}

type FlavourItemProps = { readonly id: string; readonly label: string; readonly usedBy: string }

function FlavourItem({ id, label, usedBy }: FlavourItemProps) {
  return (
    <ListBoxItem id={id} textValue={label} className={styles.item ?? ''}>
      <span className={styles.label}>{label}</span>
      <span className={styles.usedBy}>{usedBy}</span>
    </ListBoxItem>
  )
}
