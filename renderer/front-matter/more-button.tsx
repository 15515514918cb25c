import ChevronDown from 'lucide-react/dist/esm/icons/chevron-down.mjs'
import ChevronRight from 'lucide-react/dist/esm/icons/chevron-right.mjs'
import { memo } from 'react'
import { frontMatterStrings } from '../strings/front-matter'
import { Button } from '../ui/button'

type MoreButtonProps = {
  readonly count: number
  /** The id of what it unfolds. */
  readonly controls: string
  readonly isOpen: boolean
  readonly onOpen: (isOpen: boolean) => void
}

/** Unfolds the fields that the post has and most others lack; says how many those are. */
export const MoreButton = memo(function MoreButton({ count, controls, isOpen, onOpen }: MoreButtonProps) {
  const Chevron = isOpen ? ChevronDown : ChevronRight
  return (
    <Button kind="bare" aria-expanded={isOpen} aria-controls={controls} onPress={() => onOpen(!isOpen)}>
      <Chevron size={14} aria-hidden="true" />
      {frontMatterStrings.more(count)}
    </Button>
  )
})
