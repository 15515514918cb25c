import { describeKeys, isMacKeyboard } from '../actions/keys'
import styles from './keys.module.css'

/** A shortcut, written as the writer's system writes it. Decoration: assistive technology hears the button's name alone. */
export function Keys({ keys }: { readonly keys: string }) {
  return (
    <span className={styles.keys} data-keys aria-hidden="true">
      {describeKeys(keys, isMacKeyboard())}
    </span>
  )
}
