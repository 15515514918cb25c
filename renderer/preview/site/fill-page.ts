import type { PostImage } from '#shared/post/post-image'
import type { FrameTexts } from '#shared/site/page-frame/frame-texts'

/** Loads a picture that the post names into an element, or puts a box in its place. */
export type ShowImage = (image: HTMLImageElement, reference: string) => void

type ListPlace = {
  readonly key: string
  readonly template: HTMLElement
  readonly separator: string
  readonly end: Comment
  shown: readonly ChildNode[]
}

type ImagePlace = {
  readonly template: HTMLImageElement
  readonly end: Comment
  shown: PostImage | null
}

/** Finds the places for what is a post's own, once, and gives a function that writes a post into them. */
export function findPlaces(document: Document, author: string | null, showImage: ShowImage) {
  const slots = [...document.querySelectorAll<HTMLElement>('galley-slot[data-galley]')].filter(
    ({ dataset }) => dataset.galley !== 'item',
  )
  const lists = [...document.querySelectorAll<HTMLElement>('[data-galley-list]')].map(takeList)
  const images = [...document.querySelectorAll<HTMLImageElement>('img[data-galley="image"]')].map(takeImage)
  const portraits = [...document.querySelectorAll<HTMLElement>('[data-galley-of="author"]')]
  return (texts: FrameTexts): void => {
    for (const slot of slots) setText(slot, texts.textFor(slot.dataset.galley ?? ''))
    for (const list of lists) fillList(list, texts.itemsFor(list.key))
    for (const place of images) fillImage(place, texts.image, showImage)
    // a portrait of somebody else would be a lie
    for (const portrait of portraits) portrait.hidden = texts.author !== author
  }
}

function takeImage(image: HTMLImageElement): ImagePlace {
  const end = image.ownerDocument.createComment('')
  image.replaceWith(end)
  image.removeAttribute('src')
  return { template: image, end, shown: null }
}

function fillImage(place: ImagePlace, image: PostImage | null, showImage: ShowImage): void {
  if (image?.reference === place.shown?.reference && image?.alternative === place.shown?.alternative) return
  // the picture, or the box that came in its place
  if (place.shown !== null) place.end.previousSibling?.remove()
  place.shown = image
  if (image === null) return
  const element = place.template.cloneNode() as HTMLImageElement
  element.alt = image.alternative
  place.end.before(element)
  showImage(element, image.reference)
}

function setText(element: HTMLElement, text: string): void {
  if (element.textContent !== text) element.textContent = text
}

function takeList(item: HTMLElement): ListPlace {
  const end = item.ownerDocument.createComment('')
  item.replaceWith(end)
  const { galleyList: key = '', galleySeparator: separator = ' ' } = item.dataset
  return { key, template: item, separator, end, shown: [] }
}

function fillList(list: ListPlace, items: readonly string[]): void {
  const document = list.end.ownerDocument
  for (const node of list.shown) node.remove()
  list.shown = items.flatMap((text, index) => {
    const item = list.template.cloneNode(true) as HTMLElement
    const slot = item.querySelector('[data-galley="item"]')
    if (slot !== null) slot.textContent = text
    return index === 0 ? [item] : [document.createTextNode(list.separator), item]
  })
  list.end.before(...list.shown)
}
