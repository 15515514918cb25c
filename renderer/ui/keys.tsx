import { describeKeys } from '../actions/keys'
import { useApp } from '../shell/app-context'
import styles from './keys.module.css'

/** A shortcut, written as the writer's system writes it. Decoration: assistive technology hears the button's name alone. */
export function Keys({ keys }: { readonly keys: string }) {
  const { about } = useApp()
  return (
    <span className={styles.keys} data-keys aria-hidden="true">
      {describeKeys(keys, about.platform === 'darwin')}
    </span>
  )
}
