/** What stands in the place of something that the preview does not show: a line of words, and what the post says instead of it. */
export function placeholderBox(document: Document, words: string, alternative: string): HTMLElement {
  const box = document.createElement('span')
  box.className = 'galley-box'
  box.setAttribute('role', 'note')
  box.append(words)
  if (alternative !== '') {
    const text = document.createElement('span')
    text.className = 'galley-box-alternative'
    text.append(alternative)
    box.append(text)
  }
  return box
}
