import ChevronDown from 'lucide-react/dist/esm/icons/chevron-down.mjs'
import Ellipsis from 'lucide-react/dist/esm/icons/ellipsis.mjs'
import { previewActions } from '../actions/preview-actions'
import { runAction } from '../actions/run-action'
import { useApp, useAppState } from '../shell/app-context'
import { changePreviewSettings } from '../state/preview-settings'
import { previewStrings } from '../strings/preview'
import { MenuButton } from '../ui/menu-button'
import { Segmented } from '../ui/segmented'
import { pageLevels } from './page-levels'
import styles from './preview-bar.module.css'
import { type ReaderView, readerViews } from './reader-views'
import { usePreviewSettings } from './use-preview-settings'

/** Above the preview: which page stands around the post, as what a reader meets it, and what else can be done with it. */
export function PreviewBar() {
  const app = useApp()
  const { page, reader } = usePreviewSettings()
  // what the menu's entries stand for
  useAppState('shownPreview')
  useAppState('preferences', ({ layout }) => layout.scrollTogether)
  return (
    <div className={styles.bar}>
      {pageLevels.length < 2 ? null : (
        <Segmented
          label={previewStrings.pageLevel}
          kind="loose"
          choices={pageLevels.map((id) => ({ id, content: previewStrings.pageLevels[id] }))}
          chosen={page}
          onChoose={(chosen) => changePreviewSettings(app, { page: chosen })}
        />
      )}
      <span className={styles.grow} />
      <MenuButton
        label={previewStrings.readerView(previewStrings.readerViews[reader])}
        content={
          <>
            {previewStrings.readerViews[reader]}
            <ChevronDown size={12} aria-hidden="true" />
          </>
        }
        entries={readerViews.map(({ id }) => ({
          id,
          label: previewStrings.readerViews[id],
          isChosen: id === reader,
        }))}
        onChoose={(id) => changePreviewSettings(app, { reader: id as ReaderView })}
      />
      {previewActions.length === 0 ? null : (
        <MenuButton
          label={previewStrings.more}
          content={<Ellipsis size={15} aria-hidden="true" />}
          entries={previewActions.map((action) => ({
            id: action.id,
            label: action.label,
            isDisabled: !action.isEnabled(app),
            ...(action.isOn === undefined ? {} : { isOn: action.isOn(app) }),
          }))}
          onChoose={(id) => {
            const action = previewActions.find((candidate) => candidate.id === id)
            if (action !== undefined) runAction(app, action)
          }}
        />
      )}
    </div>
  )
}
