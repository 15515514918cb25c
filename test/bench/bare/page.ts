/** A page with one button: it loads CodeMirror and a text, and puts the caret into it. What a click on a post is compared with. */
document.querySelector('button')?.addEventListener('click', async () => {
  const [{ openBareEditor }, reply] = await Promise.all([import('./editor'), fetch('post.md')])
  openBareEditor(document.body, await reply.text())
})
