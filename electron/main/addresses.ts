import { livePath } from '#services/pages/live-page'

/** The scheme of the interface's own address space. */
export const scheme = 'app'
/** The host in every address of it. */
export const host = 'galley'
/** The interface's origin, exact. */
export const origin = `${scheme}://${host}`
/** The interface's page. */
export const interfaceAddress = `${origin}/index.html`
/** The document that the preview is framed in. */
export const previewAddress = `${origin}/preview.html`

/** The window that the interface shows the preview alone in; it runs nothing of its own. */
export const detachedAddress = `${origin}/detached.html`

/** What the names of pages that are being printed stand behind. */
export const printAddress = `${origin}/print/`

/** The page around a site's own server, without the name of its blog. */
export const liveAddress = `${origin}${livePath}`
/** The document, in a frame without an origin, that draws diagrams. */
export const diagramAddress = `${origin}/diagram.html`

/** The interface's page with the folder that it shall open. */
export function startAddress(folder: string | null): string {
  return folder === null ? interfaceAddress : `${interfaceAddress}#${new URLSearchParams({ open: folder })}`
}

/** Whether an address is the preview's document, for whichever blog. */
export function isPreview(address: string): boolean {
  return isPage(address.replace(/\?blog=[a-z0-9]+$/, ''), previewAddress)
}

/** Whether an address is this page, whatever its fragment. */
export function isPage(address: string, page: string): boolean {
  return address.split('#', 1)[0] === page
}
