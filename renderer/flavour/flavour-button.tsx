import { lazy, Suspense, useMemo } from 'react'
import { DialogTrigger } from 'react-aria-components/Dialog'
import { Popover } from 'react-aria-components/Popover'
import type { Blog } from '#shared/contract/blog'
import { describeFlavour } from '#shared/markdown/flavours/flavour'
import { chosenSetup } from '#shared/markdown/flavours/setup'
import { usePreviewSettings } from '../preview/use-preview-settings'
import { flavourStrings } from '../strings/flavour'
import { Button } from '../ui/button'
import styles from './flavour-button.module.css'

const FlavourChoice = lazy(async () => ({ default: (await import('./flavour-choice')).FlavourChoice }))

/** Which Markdown the preview speaks; opens the reason and the choice of another one for this blog. */
export function FlavourButton({ blog }: { readonly blog: Blog }) {
  const { flavour } = usePreviewSettings()
  const { evidence } = blog
  const setup = useMemo(() => chosenSetup(evidence.setup, flavour), [evidence, flavour])
  const isChosen = setup.flavour !== evidence.setup.flavour
  const name = flavourStrings.name(describeFlavour(setup.flavour).label, isChosen)
  return (
    <DialogTrigger>
      <Button kind="bare" aria-label={flavourStrings.buttonLabel(name)}>
        {name}
      </Button>
      <Popover className={styles.popover ?? ''} placement="top end">
        <Suspense fallback={null}>
          <FlavourChoice evidence={evidence} chosen={isChosen ? setup.flavour : null} />
        </Suspense>
      </Popover>
    </DialogTrigger>
  )
}
