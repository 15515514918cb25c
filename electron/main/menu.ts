import { Menu, type MenuItemConstructorOptions } from 'electron'

/** What the menu needs to know. `choose` gets the id of an action of the interface. */
export type MenuOptions = {
  readonly platform: NodeJS.Platform
  /** Shows what only developers need: reloading and the developer tools. */
  readonly forDevelopers: boolean
  readonly choose: (action: string) => void
}

const separator: MenuItemConstructorOptions = { type: 'separator' }

/** The native menu: the roles that people expect, and the interface's own actions under their ids. */
export function buildMenu({ platform, forDevelopers, choose }: MenuOptions): Menu {
  const isMac = platform === 'darwin'
  const action = (id: string, label: string, accelerator?: string): MenuItemConstructorOptions => ({
    id,
    label,
    ...(accelerator === undefined ? {} : { accelerator }),
    click: () => choose(id),
  })

  const file: MenuItemConstructorOptions[] = [
    action('post.new', 'New Post…', 'CmdOrCtrl+N'),
    action('blog.open', 'Open Blog…', 'CmdOrCtrl+O'),
    action('blog.startPage', 'Start Page'),
    separator,
    action('post.save', 'Save', 'CmdOrCtrl+S'),
    action('publish.open', 'Publish…', 'CmdOrCtrl+Enter'),
    separator,
    action('site.open', 'Site…'),
    separator,
    { role: isMac ? 'close' : 'quit' },
  ]
  const edit: MenuItemConstructorOptions[] = [
    { role: 'undo' },
    { role: 'redo' },
    separator,
    { role: 'cut' },
    { role: 'copy' },
    { role: 'paste' },
    { role: 'pasteAndMatchStyle' },
    { role: 'delete' },
    separator,
    { role: 'selectAll' },
  ]
  const view: MenuItemConstructorOptions[] = [
    action('view.write', 'Write'),
    action('view.split', 'Split'),
    action('view.preview', 'Preview'),
    separator,
    action('view.toggleSidebar', 'Show or Hide Posts'),
    action('view.toggleForm', 'Show or Hide Front Matter'),
    action('frontMatter.toggleRaw', 'Front Matter as Form or Text', 'CmdOrCtrl+Shift+M'),
    separator,
    { role: 'resetZoom' },
    { role: 'zoomIn' },
    { role: 'zoomOut' },
    separator,
    { role: 'togglefullscreen' },
    ...(forDevelopers ? [separator, { role: 'reload' } as const, { role: 'toggleDevTools' } as const] : []),
  ]
  return Menu.buildFromTemplate([
    ...(isMac ? [{ role: 'appMenu' } as const] : []),
    { label: 'File', submenu: file },
    { label: 'Edit', submenu: edit },
    { label: 'View', submenu: view },
    { role: 'windowMenu' },
    { role: 'help', submenu: isMac ? [] : [{ role: 'about' }] },
  ])
}
