import type { Mermaid } from 'mermaid'
import type { DiagramMessage, DiagramRequest } from './diagram-messages'

/** The library, which stands in the same file before this. */
declare const mermaid: Mermaid

/** What a diagram's own `%%{init}%%` cannot change, besides what Mermaid protects by itself. */
const ownSettings = [
  'htmlLabels',
  'themeCSS',
  'fontFamily',
  'altFontFamily',
  'dompurifyConfig',
  'deterministicIds',
  'elk',
]

mermaid.initialize({
  startOnLoad: false,
  securityLevel: 'strict',
  // labels of plain SVG: the picture is shown as an image, and is inert there
  htmlLabels: false,
  flowchart: { htmlLabels: false },
  maxTextSize: 50_000,
  maxEdges: 500,
  suppressErrorRendering: true,
  theme: 'default',
  fontFamily: 'Arial, Helvetica, sans-serif',
  secure: [
    'secure',
    'securityLevel',
    'startOnLoad',
    'maxTextSize',
    'suppressErrorRendering',
    'maxEdges',
    ...ownSettings,
  ],
})

// the interface's origin is not known to a page that has none itself; what is told is a picture of what it asked for
const tell = (message: DiagramMessage): void => window.parent.postMessage(message, '*')

/** Mermaid writes HTML; an image wants XML, and a size of its own. */
function asImage(written: string): { readonly svg: string; readonly width: number; readonly height: number } {
  const svg = new DOMParser().parseFromString(written, 'text/html').querySelector('svg')
  if (svg === null) throw new Error('Nothing was drawn.')
  const { width, height } = svg.viewBox.baseVal
  svg.setAttribute('width', String(Math.ceil(width)))
  svg.setAttribute('height', String(Math.ceil(height)))
  svg.style.removeProperty('max-width')
  return {
    svg: new XMLSerializer().serializeToString(svg),
    width: Math.ceil(width),
    height: Math.ceil(height),
  }
}

async function draw({ id, source }: DiagramRequest): Promise<void> {
  try {
    const { svg } = await mermaid.render(`diagram-${id}`, source)
    tell({ kind: 'done', id, ...asImage(svg) })
  } catch (error) {
    tell({ kind: 'failed', id, message: error instanceof Error ? error.message : String(error) })
  }
  // an error may leave a half drawn picture behind
  document.body.replaceChildren()
}

window.addEventListener('message', ({ source, data }: MessageEvent<DiagramRequest>) => {
  if (source === window.parent) void draw(data)
})
tell({ kind: 'ready' })
