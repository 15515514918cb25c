import { runInThisContext } from 'node:vm'
import { app } from './app'
import { StandInWindow } from './browser-window'
import { ipcMain } from './ipc-main'
import { StandInMenu, StandInMenuItem } from './menu'
import { recorded } from './record'
import { session } from './session'
import { strict } from './strict'
import { dialog, nativeTheme, protocol, screen, shell } from './system'

/** What `require('electron')` gives to a main process under the Chromium stand-in. `standIn` is for tests. */
const electron = strict('electron', {
  app,
  BrowserWindow: StandInWindow,
  dialog,
  ipcMain,
  Menu: StandInMenu,
  MenuItem: StandInMenuItem,
  nativeTheme,
  protocol,
  screen,
  session,
  shell,
  standIn: { recorded },
})

type Command = { readonly id: number; readonly source: string; readonly value: unknown } | 'quit'

async function run(source: string, value: unknown): Promise<unknown> {
  return (runInThisContext(`(${source})`) as (modules: unknown, value: unknown) => unknown)(electron, value)
}

process.on('message', (command: Command) => {
  if (command === 'quit') return app.quit()
  run(command.source, command.value).then(
    (value) => process.send?.({ id: command.id, value }),
    (error: unknown) => process.send?.({ id: command.id, error: String(error) }),
  )
})
// the test is gone: nobody would ever end this
process.on('disconnect', () => app.exit(0))
app.whenReady().then(
  () => process.send?.('ready'),
  (error: unknown) => {
    process.stderr.write(`${error}\n`)
    process.exit(1)
  },
)

module.exports = electron
