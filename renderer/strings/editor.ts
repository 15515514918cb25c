/** Words of the text pane. */
export const editorStrings = {
  postText: 'Post text',
  placeholder: 'Write…',
} as const
