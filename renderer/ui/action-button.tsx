import type { ReactNode } from 'react'
import type { Action } from '../actions/action'
import { runAction } from '../actions/run-action'
import { useApp } from '../shell/app-context'
import { Button } from './button'
import { Keys } from './keys'

type ActionButtonProps = {
  readonly action: Action
  readonly kind?: 'primary' | 'quiet' | 'bare'
  readonly isDisabled?: boolean
  /** Shows the shortcut beside the label. */
  readonly showKeys?: boolean
  /** An icon in place of the label, which stays the button's name. */
  readonly icon?: ReactNode
  readonly 'aria-pressed'?: boolean
}

/** A button that is an action object: its label, shortcut and guard come from there. */
export function ActionButton({
  action,
  kind = 'quiet',
  isDisabled,
  showKeys,
  icon,
  ...aria
}: ActionButtonProps) {
  const app = useApp()
  return (
    <Button
      {...aria}
      kind={kind}
      isDisabled={isDisabled ?? false}
      onPress={() => runAction(app, action)}
      {...(icon === undefined ? {} : { 'aria-label': action.label })}
    >
      {icon ?? action.label}
      {showKeys && action.keys !== '' ? <Keys keys={action.keys} /> : null}
    </Button>
  )
}
