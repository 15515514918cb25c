import { contextBridge, type IpcRendererEvent, ipcRenderer } from 'electron'
import type { ElectronBridge } from '#shared/contract/transport'

/** All that the interface sees of Electron: one channel for requests, one for events. The router's table is the allow-list. */
const bridge: ElectronBridge = Object.freeze({
  request: (request: unknown) => ipcRenderer.invoke('galley:request', request),
  onEvent(listener: (event: unknown) => void) {
    const pass = (_event: IpcRendererEvent, message: unknown) => listener(message)
    ipcRenderer.on('galley:event', pass)
    return () => {
      ipcRenderer.removeListener('galley:event', pass)
    }
  },
  platform: process.platform,
})

contextBridge.exposeInMainWorld('galley', bridge)
