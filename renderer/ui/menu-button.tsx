import type { ReactNode } from 'react'
import { Button } from 'react-aria-components/Button'
import { Menu, MenuItem, MenuSection, MenuTrigger } from 'react-aria-components/Menu'
import { Popover } from 'react-aria-components/Popover'
import styles from './menu-button.module.css'

/** One line of a menu. `isChosen` marks the one in force where the menu is a choice. */
export type MenuEntry = {
  readonly id: string
  readonly label: string
  readonly isChosen?: boolean
  readonly isDisabled?: boolean
  /** For what is on or off by itself; such entries stand together at the end. */
  readonly isOn?: boolean
}

type MenuButtonProps = {
  /** The button's name, also the menu's. */
  readonly label: string
  readonly content: ReactNode
  readonly entries: readonly MenuEntry[]
  readonly onChoose: (id: string) => void
}

/** A button that opens a menu: of things to do, or of things of which one is chosen. */
export function MenuButton({ label, content, entries, onChoose }: MenuButtonProps) {
  const chosen = entries.filter(({ isChosen }) => isChosen).map(({ id }) => id)
  const switches = entries.filter(({ isOn }) => isOn !== undefined)
  const isChoice = entries.some(({ isChosen }) => isChosen !== undefined)
  return (
    <MenuTrigger>
      <Button className={styles.button ?? ''} aria-label={label}>
        {content}
      </Button>
      <Popover className={styles.popover ?? ''} placement="bottom end">
        <Menu
          className={styles.menu ?? ''}
          aria-label={label}
          {...(isChoice ? { selectionMode: 'single', selectedKeys: chosen } : {})}
          disabledKeys={entries.filter(({ isDisabled }) => isDisabled).map(({ id }) => id)}
          onAction={(key) => onChoose(String(key))}
        >
          {entries.filter(({ isOn }) => isOn === undefined).map(itemFor)}
          {switches.length === 0 ? null : (
            <MenuSection
              className={styles.switches ?? ''}
              aria-label={label}
              selectionMode="multiple"
              shouldCloseOnSelect
              selectedKeys={switches.filter(({ isOn }) => isOn).map(({ id }) => id)}
            >
              {switches.map(itemFor)}
            </MenuSection>
          )}
        </Menu>
      </Popover>
    </MenuTrigger>
  )
}

function itemFor({ id, label }: MenuEntry) {
  return (
    <MenuItem key={id} id={id} className={styles.entry ?? ''}>
      {label}
    </MenuItem>
  )
}
