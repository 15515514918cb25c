import type { FlavourOrSetup } from '#shared/markdown/flavours/setup'
import type { TemplateValues } from '#shared/markdown/templates/document-renderer'
import type { TextChange } from '#shared/text/text-change'
import { ClosednessProbe } from './closedness'
import type { PostHeader } from './describe-header'
import type { EnrichmentSource } from './enrich/enrichment'
import { type FramePage, findPage } from './frame-page'
import { type AssetUrl, MediaRewriter } from './media'
import { pageFeatures } from './page-features'
import { PageView } from './page-view'
import { PreviewPlace } from './preview-place'
import { PreviewText } from './preview-text'
import { createSanitiser, type Sanitiser } from './sanitise'
import type { ShowImage } from './site/fill-page'
import type { RemoteMedia } from './tell-remote-media'
import { startRenderWorker } from './worker/start-render-worker'

/** What the preview needs from around it. */
export type PreviewOptions = {
  /** How the body is rendered. */
  readonly setup: FlavourOrSetup
  readonly assetUrl: AssetUrl
  /** Opens an `http:`, `https:` or `mailto:` address that the reader clicked. */
  readonly openExternal: (url: string) => void
  /** What the site does to the post besides Markdown; without it nothing is done. */
  readonly enrichment?: EnrichmentSource
  /** The writer lets this blog's posts load media from other hosts; the frame's document was asked for with the blog's name then. */
  readonly allowsRemoteMedia?: boolean
  /** Called with what the page keeps from being loaded from other hosts, whenever that changes. */
  readonly onRemoteMedia?: (remote: RemoteMedia) => void
  /** Called when the frame's document is there and shows what it was given. */
  readonly onReady?: () => void
}

/** A post as the preview shows it: the body is Markdown without the front matter. */
export type PreviewedPost = PostHeader & { readonly body: string }

/** The preview of one post at a time, in a frame that runs no scripts. */
export type Preview = {
  /** Shows a post. If its body is for the most part what is shown already, the page stays where it is scrolled to. */
  show(post: PreviewedPost): void
  setHeader(header: PostHeader): void
  /** Follows an edit of the body: `changes` lead to `body`. A worker renders, so the page follows a little later; typing never waits for it. */
  update(edit: { readonly changes: readonly TextChange[]; readonly body: string }): void
  /** Where the reader is in the page and the writer in the text. */
  readonly place: PreviewPlace
  setSetup(setup: FlavourOrSetup): void
  /** Puts another page around the post: `build` makes it of the frame's document. null brings Galley's own back. */
  setPage(build: PageBuilder | null): void
  /** What template tags in the body refer to. Until it is told they stand there as they are written. */
  setTemplates(templates: TemplateValues): void
  /** The page as it is shown now; null until there is one. */
  page(): FramePage | null
  /** Resolves when the page shows the whole text as it is now, or, where that takes too long, stands still. */
  whenWhole(): Promise<'whole' | 'standing still'>
  /** Resolves when the page is whole and nothing is left for later: also code, formulas and diagrams far below are as the reader gets them. */
  finish(): Promise<void>
  /** Lets go of the frame; nothing may be called any more. */
  dispose(): void
}

/** Makes a page of the frame's document; null until there is one. */
export type PageBuilder = (frame: HTMLIFrameElement) => FramePage | null

/** The frame's document brought to life: everything that hangs on it and ends with it. */
type Mounted = {
  readonly page: FramePage
  readonly text: PreviewText
  readonly showImage: ShowImage
  readonly finishing: ReadonlySet<() => Promise<void>>
  unmount(): void
}

class FramePreview implements Preview {
  private mounted: Mounted | null = null
  private post: PreviewedPost = { title: '', byline: '', body: '' }
  private setup: FlavourOrSetup
  private buildPage: PageBuilder | null = null
  private templates: TemplateValues | null = null
  private readonly sanitise: Sanitiser
  readonly place = new PreviewPlace()

  constructor(
    private readonly frame: HTMLIFrameElement,
    private readonly options: PreviewOptions,
  ) {
    this.setup = options.setup
    this.sanitise = createSanitiser(window)
    frame.addEventListener('load', this.mount)
    this.mount()
  }

  show(post: PreviewedPost): void {
    this.post = post
    this.showOn(this.mounted)
  }

  setHeader(header: PostHeader): void {
    this.post = { ...header, body: this.post.body }
    this.mounted?.page.writeHeader(this.post, this.mounted.showImage)
  }

  update({ changes, body }: { readonly changes: readonly TextChange[]; readonly body: string }): void {
    this.post = { ...this.post, body }
    this.place.typed()
    this.mounted?.text.update(changes, body)
  }

  setSetup(setup: FlavourOrSetup): void {
    this.setup = setup
    this.mounted?.text.setSetup({ markdown: setup, templates: this.templates })
  }

  setTemplates(templates: TemplateValues): void {
    this.templates = templates
    this.mounted?.text.setTemplates(templates)
  }

  setPage(build: PageBuilder | null): void {
    const wasOther = this.buildPage !== null
    this.buildPage = build
    if (build !== null) this.remount()
    // the document is another page's by now
    else if (wasOther) {
      this.frame.style.background = ''
      this.frame.contentWindow?.location.reload()
    }
  }

  page(): FramePage | null {
    return this.mounted?.page ?? null
  }

  async whenWhole(): Promise<'whole' | 'standing still'> {
    return (await this.mounted?.text.whenWhole()) ?? 'standing still'
  }

  async finish(): Promise<void> {
    await this.whenWhole()
    await Promise.all([...(this.mounted?.finishing ?? [])].map((task) => task()))
  }

  dispose(): void {
    this.frame.removeEventListener('load', this.mount)
    this.mounted?.unmount()
    this.mounted = null
  }

  private showOn(mounted: Mounted | null): void {
    mounted?.text.open(this.post.body, (text) => {
      mounted.page.writeHeader(this.post, mounted.showImage)
      if (text === 'other') this.place.begin()
    })
  }

  private readonly mount = (): void => {
    if (this.mounted !== null && this.mounted.page.document === this.frame.contentDocument) return
    this.remount()
  }

  private remount(): void {
    this.mounted?.unmount()
    this.mounted = null
    const page = (this.buildPage ?? findPage)(this.frame)
    if (page === null) return
    const { assetUrl, allowsRemoteMedia = false } = this.options
    const media = new MediaRewriter({ assetUrl, allowsRemote: allowsRemoteMedia })
    const probe = new ClosednessProbe(document.implementation.createHTMLDocument(''))
    const view = new PageView(page.body, {
      isClosed: (html) => probe.isClosed(html),
      toNodes: (html, context) => {
        const fragment = this.sanitise(html, context)
        media.rewriteIn(fragment)
        return fragment
      },
    })
    const text = new PreviewText(
      page,
      view,
      { markdown: this.setup, templates: this.templates },
      startRenderWorker,
    )
    const finishing = new Set<() => Promise<void>>()
    const mounted = { page, view, media, options: this.options, source: () => this.post.body, finishing }
    const features = [...pageFeatures, ...this.place.features]
    const ends = [...features.map((feature) => feature(mounted)), () => text.dispose()]
    const unmount = (): void => {
      for (const end of ends) end()
    }
    const showImage: ShowImage = (image, reference) => media.showIn(image, reference)
    this.mounted = { page, text, showImage, finishing, unmount }
    this.showOn(this.mounted)
    this.options.onReady?.()
  }
}

/**
 * Drives the preview in `frame`, which shows `preview.html` and must have `sandbox="allow-same-origin"`: no script of the post runs
 * whatever happens, and everything shown is sanitised besides.
 */
export function createPreview(frame: HTMLIFrameElement, options: PreviewOptions): Preview {
  return new FramePreview(frame, options)
}
