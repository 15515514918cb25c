/**
 * Refuses files that are dropped where nothing takes them: a browser would leave the page and open them. A place that takes files says
 * so by preventing the default of `dragover`.
 */
export function refuseDroppedFiles(target: Document): void {
  const refuse = (event: DragEvent) => {
    if (event.defaultPrevented || event.dataTransfer?.types.includes('Files') !== true) return
    event.preventDefault()
    event.dataTransfer.dropEffect = 'none'
  }
  target.addEventListener('dragover', refuse)
  target.addEventListener('drop', refuse)
}
