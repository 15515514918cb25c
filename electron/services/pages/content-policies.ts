/** One policy as the value of its header. */
function policy(directives: Readonly<Record<string, string>>): string {
  return Object.entries(directives)
    .map(([name, sources]) => `${name} ${sources}`.trim())
    .join('; ')
}

/**
 * What the interface's own pages may load and run: nothing inline but styles (the editor sets them), nothing from outside.
 * `socket` is the address of the web host's events, which not every browser counts to `'self'`.
 */
export function interfacePolicy({ socket }: { readonly socket?: string } = {}): string {
  return policy({
    'default-src': "'none'",
    'script-src': "'self'",
    // the preview's Markdown is rendered by a worker, whose script is one of our files
    'worker-src': "'self'",
    'style-src': "'self' 'unsafe-inline'",
    'img-src': "'self' data: blob:",
    'media-src': "'self'",
    'font-src': "'self' data:",
    'connect-src': socket === undefined ? "'self'" : `'self' ${socket}`,
    'frame-src': "'self'",
    'object-src': "'none'",
    'base-uri': "'none'",
    'form-action': "'none'",
    'frame-ancestors': "'none'",
  })
}

/** What the preview's document may load: pictures, styles and fonts of this host; it runs nothing, and only the interface frames it. */
const previewDirectives = {
  'default-src': "'none'",
  'img-src': "'self' data:",
  'media-src': "'self'",
  'style-src': "'self' 'unsafe-inline'",
  'font-src': "'self'",
  'base-uri': "'none'",
  'form-action': "'none'",
  'frame-ancestors': "'self'",
}

/** See above. */
export const previewPolicy = policy(previewDirectives)

/** The same for a blog whose writer has allowed media from other hosts: pictures, sounds and films, and nothing else. */
export const remoteMediaPolicy = policy({
  ...previewDirectives,
  'img-src': `${previewDirectives['img-src']} https: http:`,
  'media-src': `${previewDirectives['media-src']} https: http:`,
})

/** What the page around a site's own server may do: frame pages of exactly this origin, and nothing else. Only the interface frames it. */
export function livePolicy(origin: string): string {
  return policy({
    'default-src': "'none'",
    'style-src': "'unsafe-inline'",
    'frame-src': origin,
    'base-uri': "'none'",
    'form-action': "'none'",
    'frame-ancestors': "'self'",
  })
}

/**
 * What the page that draws diagrams may do: run its own script, with no origin, and nothing else. It loads no picture, reaches no network, and only
 * the interface frames it.
 */
export const diagramPolicy = policy({
  'default-src': "'none'",
  'script-src': "'self'",
  'style-src': "'unsafe-inline'",
  'base-uri': "'none'",
  'form-action': "'none'",
  'frame-ancestors': "'self'",
  sandbox: 'allow-scripts',
})

/** For files of the blog: whatever they are (an SVG, a page), opened by themselves they run nothing and have no origin. */
export const assetPolicy = policy({
  'default-src': "'none'",
  'style-src': "'unsafe-inline'",
  sandbox: '',
})

/** For a page that is being made a PDF: all that it needs is in it, and it has no origin. */
export const printPolicy = policy({
  'default-src': "'none'",
  'style-src': "'unsafe-inline'",
  'img-src': 'data:',
  'media-src': 'data:',
  'font-src': 'data:',
  sandbox: '',
})
