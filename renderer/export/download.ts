/** How long the browser may take to begin with a download. */
const beginsWithinMs = 60_000

/** Lets the browser save a text as a file where it saves its downloads. */
export function download(fileName: string, text: string, type: string): void {
  const address = URL.createObjectURL(new Blob([text], { type: `${type};charset=utf-8` }))
  const link = document.createElement('a')
  link.href = address
  link.download = fileName
  link.click()
  setTimeout(() => URL.revokeObjectURL(address), beginsWithinMs)
}
