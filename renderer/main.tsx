import '@fontsource-variable/inter/wght.css'
import './styles/tokens.css'
import './styles/base.css'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { connect } from './client/connect'
import { AppContext } from './shell/app-context'
import { NoConnection } from './shell/no-connection'
import { refuseDroppedFiles } from './shell/refuse-dropped-files'
import { Shell } from './shell/shell'
import { startApp } from './state/app'

const root = document.getElementById('root')
if (root === null) throw new Error('index.html has no #root')
const reactRoot = createRoot(root)
refuseDroppedFiles(document)

try {
  const app = await startApp(await connect(), async () => {
    const { createEditor } = await import('./editor/create-editor')
    return createEditor()
  })
  reactRoot.render(
    <StrictMode>
      <AppContext value={app}>
        <Shell />
      </AppContext>
    </StrictMode>,
  )
} catch (error) {
  reactRoot.render(<NoConnection error={error} />)
}
