import type { ReactNode, Ref } from 'react'
import { Button as AriaButton, type ButtonProps as AriaButtonProps } from 'react-aria-components/Button'
import styles from './button.module.css'

type ButtonProps = Omit<AriaButtonProps, 'className' | 'style'> & {
  /** `primary` once per screen at most; `bare` inside bars and rows. */
  readonly kind?: 'primary' | 'quiet' | 'bare'
  readonly wide?: boolean
  readonly ref?: Ref<HTMLButtonElement>
  readonly children: ReactNode
}

/** The one button. */
export function Button({ kind = 'quiet', wide = false, ...props }: ButtonProps) {
  const names = [styles.button, styles[kind], wide ? styles.wide : '']
  return <AriaButton {...props} className={names.filter(Boolean).join(' ')} />
}
