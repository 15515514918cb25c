/** Words of the text pane. */
export const editorStrings = {
  postText: 'Post text',
  placeholder: 'Write…',
  problemAt: (line: number, message: string) => `Line ${line}: ${message}`,
} as const
