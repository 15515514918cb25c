/** Words of the banners above the text. */
export const conflictStrings = {
  changed:
    'This post was changed on disk while you edited it. Your text is safe here; nothing was overwritten.',
  gone: 'This post’s file is no longer there. Your text is safe here.',
  compare: 'Compare',
  keepMine: 'Keep mine',
  takeDisk: 'Take the one on disk',
  writeAgain: 'Save it as a new file',
  compareTitle: 'On disk, and yours',
  close: 'Close',
} as const
