import type { Action } from './action'
import { openFolder, openSample, showStartPage } from './blog-actions'
import { differenceActions } from './difference-actions'
import { cancelPublish, newPost, publish, save } from './post-actions'
import { previewActions } from './preview-actions'
import { nextProblem, previousProblem } from './problem-actions'
import { showSite } from './site-actions'
import {
  cycleTheme,
  cycleView,
  filterPosts,
  toggleForm,
  toggleRaw,
  toggleSidebar,
  viewActions,
} from './view-actions'

/** Every action, for shortcuts, the host's menu and whatever looks an action up by its id. */
export const allActions: readonly Action[] = [
  openFolder,
  openSample,
  showStartPage,
  newPost,
  save,
  publish,
  cancelPublish,
  showSite,
  nextProblem,
  previousProblem,
  ...viewActions,
  cycleView,
  toggleSidebar,
  toggleForm,
  toggleRaw,
  cycleTheme,
  filterPosts,
  ...previewActions,
  ...differenceActions,
]
