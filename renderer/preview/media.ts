import { previewStrings } from '../strings/preview'
import { readAddress } from './address'
import { placeholderBox } from './boxes'

/** Gives the address under which the host serves a file of the blog, by how the post names it. */
export type AssetUrl = (reference: string) => string

/** Where media come from. */
export type MediaSources = {
  readonly assetUrl: AssetUrl
  /** The writer lets this blog's posts load media from other hosts. The policy of the frame's document has to agree. */
  readonly allowsRemote: boolean
}

type Kind = 'Image' | 'Video' | 'Sound'

const kinds: Readonly<Record<string, Kind>> = { img: 'Image', image: 'Image', video: 'Video', audio: 'Sound' }
const sourceAttributes = ['src', 'poster', 'href', 'xlink:href']
const media = 'img, video, audio, source, track, image'

/** What an element loads in place of what the post wrote: an address to load, or nothing and from where it would have come. */
type Rewritten =
  | { readonly url: string; readonly isRemote?: true }
  | { readonly url: null; readonly host: string | null }

function rewrite(written: string, { assetUrl, allowsRemote }: MediaSources): Rewritten {
  const address = readAddress(written)
  switch (address.kind) {
    case 'local':
      return { url: assetUrl(address.reference) }
    case 'inline-image':
      return { url: address.url }
    case 'remote':
      return allowsRemote ? { url: address.url, isRemote: true } : { url: null, host: address.host }
    default:
      return { url: null, host: null }
  }
}

function rewriteSourceSet(sourceSet: string, sources: MediaSources): string {
  const candidates = sourceSet.split(/,\s+|,$/).flatMap((candidate) => {
    const [written = '', ...descriptor] = candidate.trim().split(/\s+/)
    const { url } = rewrite(written, sources)
    return url === null ? [] : [[url, ...descriptor].join(' ')]
  })
  return candidates.join(', ')
}

/** Loads what a post shows through the host, and puts a box in the place of what is elsewhere or missing. */
export class MediaRewriter {
  /** How the post named what an element loads. */
  private readonly references = new WeakMap<Element, string>()
  /** From where a player would load what the post names, where that is elsewhere. */
  private readonly remoteHosts = new WeakMap<Element, string>()

  /** The boxes in the place of what lies elsewhere, and from where it would have come. */
  private readonly remoteBoxes = new WeakMap<Element, string>()

  constructor(private readonly sources: MediaSources) {}

  /** From which host `box` keeps something from being loaded; undefined for any other element. */
  remoteHostOf(box: Element): string | undefined {
    return this.remoteBoxes.get(box)
  }

  /** Pictures that may as well be named from the site's root, and how. */
  private readonly fromRoot = new WeakMap<Element, string>()

  /** Rewrites what stands in `fragment`; its nodes must not be in a document that loads anything yet. */
  rewriteIn(fragment: DocumentFragment): void {
    for (const element of fragment.querySelectorAll(media)) this.rewriteElement(element)
    for (const element of fragment.querySelectorAll('video, audio')) this.replaceEmptyPlayer(element)
  }

  /** Loads what `reference` names into a picture that stands outside of the text, or puts a box in its place. */
  showIn(image: HTMLImageElement, reference: string): void {
    const rewritten = rewrite(reference, this.sources)
    if (rewritten.url !== null) {
      image.src = rewritten.url
      this.references.set(image, reference)
      // themes put the site's address before what front matter names: `images/a.png` is `/images/a.png` then
      if (/^\w/.test(reference)) this.fromRoot.set(image, `/${reference}`)
      return
    }
    image.removeAttribute('src')
    this.replaceImage(image, rewritten.host)
  }

  /** Loads a picture of `showIn` from where else its name may lead; false when that was tried or there is nowhere else. */
  tryFromRoot(element: Element): boolean {
    const reference = this.fromRoot.get(element)
    this.fromRoot.delete(element)
    if (reference === undefined) return false
    element.setAttribute('src', this.sources.assetUrl(reference))
    return true
  }

  /** The box for an element whose file could not be loaded; null for an element that was not rewritten here. */
  boxForMissing(element: Element): HTMLElement | null {
    const reference = this.references.get(element)
    const kind = kinds[element.nodeName.toLowerCase()]
    if (reference === undefined || kind === undefined) return null
    const words = previewStrings.missingMedia(kind, reference)
    return placeholderBox(element.ownerDocument, words, element.getAttribute('alt') ?? '')
  }

  private rewriteElement(element: Element): void {
    const sourceSet = element.getAttribute('srcset')
    if (sourceSet !== null) this.setOrRemove(element, 'srcset', rewriteSourceSet(sourceSet, this.sources))
    let remoteHost: string | null = null
    for (const name of sourceAttributes) {
      const written = element.getAttribute(name)
      if (written === null) continue
      const rewritten = rewrite(written, this.sources)
      if (rewritten.url === null) {
        element.removeAttribute(name)
        remoteHost ??= rewritten.host
      } else {
        element.setAttribute(name, rewritten.url)
        if (rewritten.isRemote) element.setAttribute('referrerpolicy', 'no-referrer')
        if (name !== 'poster') this.references.set(element, written)
      }
    }
    if (element.nodeName.toLowerCase() === 'img') this.replaceImage(element, remoteHost)
    else if (remoteHost !== null) this.noteHost(element, remoteHost)
  }

  private replaceImage(image: Element, remoteHost: string | null): void {
    if (image.hasAttribute('src') || image.hasAttribute('srcset')) return
    const alternative = image.getAttribute('alt') ?? ''
    if (remoteHost !== null) this.replaceRemote(image, 'Image', { host: remoteHost, alternative })
    else
      image.replaceWith(
        placeholderBox(image.ownerDocument, previewStrings.missingMedia('Image', ''), alternative),
      )
  }

  private noteHost(element: Element, host: string): void {
    const player = element.closest('video, audio')
    if (player) this.remoteHosts.set(player, host)
  }

  private replaceEmptyPlayer(player: Element): void {
    const host = this.remoteHosts.get(player)
    if (host === undefined || player.hasAttribute('src') || player.querySelector('source[src]')) return
    const kind = kinds[player.nodeName.toLowerCase()] ?? 'Video'
    this.replaceRemote(player, kind, { host, alternative: '' })
  }

  private replaceRemote(
    element: Element,
    kind: Kind,
    { host, alternative }: { readonly host: string; readonly alternative: string },
  ): void {
    const box = placeholderBox(element.ownerDocument, previewStrings.remoteMedia(kind, host), alternative)
    this.remoteBoxes.set(box, host)
    element.replaceWith(box)
  }

  private setOrRemove(element: Element, name: string, value: string): void {
    if (value === '') element.removeAttribute(name)
    else element.setAttribute(name, value)
  }
}
