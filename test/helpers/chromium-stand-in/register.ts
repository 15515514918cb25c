import Module from 'node:module'
import { join } from 'node:path'

type Resolve = (request: string, ...more: unknown[]) => string

/** Required before the application's main script: from then on `require('electron')` gives the stand-in. */
const loader = Module as unknown as { _resolveFilename: Resolve }
const resolve = loader._resolveFilename
loader._resolveFilename = (request, ...more) =>
  request === 'electron' ? join(__dirname, 'electron.cjs') : resolve.call(Module, request, ...more)

Object.defineProperty(process, 'defaultApp', { value: true })
