import { app } from './app'
import { StandInWindow } from './browser-window'
import { strict } from './strict'

type Template = Electron.MenuItemConstructorOptions

/** One item, which a test can click. Roles do what can be done without a system: quit and close. */
export class StandInMenuItem {
  readonly id: string | undefined
  readonly label: string
  readonly role: Template['role'] | undefined
  readonly accelerator: Template['accelerator'] | undefined
  readonly submenu: StandInMenu | undefined
  private readonly onClick: Template['click'] | undefined

  constructor({ id, label, role, accelerator, submenu, click }: Template) {
    this.id = id
    this.label = label ?? role ?? ''
    this.role = role
    this.accelerator = accelerator
    this.submenu = Array.isArray(submenu) ? StandInMenu.buildFromTemplate(submenu) : undefined
    this.onClick = click
  }

  click(): void {
    this.onClick?.(this as never, undefined, {} as Electron.KeyboardEvent)
    if (this.role === 'quit') app.quit()
    if (this.role === 'close') StandInWindow.getAllWindows()[0]?.close()
  }
}

let applicationMenu: StandInMenu | null = null

/** Electron's `Menu`, without a screen. */
export class StandInMenu {
  readonly items: readonly StandInMenuItem[]

  constructor(items: readonly StandInMenuItem[]) {
    this.items = items
  }

  static buildFromTemplate(template: readonly Template[]): StandInMenu {
    return strict(
      'Menu',
      new StandInMenu(template.map((item) => strict('MenuItem', new StandInMenuItem(item)))),
    )
  }

  static setApplicationMenu(menu: StandInMenu | null): void {
    applicationMenu = menu
  }

  static getApplicationMenu(): StandInMenu | null {
    return applicationMenu
  }

  getMenuItemById(id: string): StandInMenuItem | null {
    for (const item of this.items) {
      if (item.id === id) return item
      const inside = item.submenu?.getMenuItemById(id) ?? null
      if (inside !== null) return inside
    }
    return null
  }
}
