import type { Action } from './action'

const isShown: Action['isEnabled'] = (app) => app.shownPreview.getState().preview !== null

// styles, pictures and paper are needed by nobody before the first export
const load = () => import('../export/export-post')

/** What can leave the preview, in the order of its menu. */
export const exportActions: readonly Action[] = [
  {
    id: 'preview.copyRichText',
    label: 'Copy with formatting',
    keys: '',
    isEnabled: isShown,
    run: async (app) => (await load()).copyPost(app),
  },
  {
    id: 'preview.saveHtml',
    label: 'Save as web page…',
    keys: '',
    isEnabled: isShown,
    run: async (app) => (await load()).savePostAsHtml(app),
  },
  {
    id: 'preview.savePdf',
    label: 'Save as PDF…',
    keys: '',
    isEnabled: isShown,
    run: async (app) => (await load()).savePostAsPdf(app),
  },
  {
    id: 'preview.print',
    label: 'Print…',
    keys: '',
    isEnabled: isShown,
    run: async (app) => (await load()).printPost(app),
  },
]
