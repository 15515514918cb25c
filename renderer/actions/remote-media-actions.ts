import { previewSettings } from '../state/preview-settings'
import { allowRemoteMedia } from '../state/remote-media'
import type { Action } from './action'

/** Lets this blog's posts load media from other hosts, or ends that. */
export const toggleRemoteMedia: Action = {
  id: 'preview.remoteMedia',
  label: 'Load media from the network',
  keys: '',
  isEnabled: (app) => app.blog.getState().kind === 'open',
  isOn: (app) => previewSettings(app).remoteMedia,
  run: (app) => allowRemoteMedia(app, !previewSettings(app).remoteMedia),
}
