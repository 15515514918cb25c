import { parse, serialize, serializeOuter } from 'parse5'
import type { FrameTexts } from './frame-texts'
import type { LearnedFrame } from './learn-frame'
import {
  allElementsIn,
  attributeOf,
  makeElement,
  makeText,
  type PageElement,
  parsePiece,
  removeNode,
  replaceNode,
  setAttribute,
} from './page-tree'
import { siteScheme } from './site-address'

/** What a whole page is written of. */
export type PageContent = {
  readonly texts: FrameTexts
  /** The rendered body. */
  readonly bodyHtml: string
  /** Every style sheet, in its order, with the addresses that it is to have. */
  readonly styles: readonly { readonly css: string; readonly media: string }[]
  /** The address of a file of the built site; null for one that is not there. */
  readonly addressOf: (sitePath: string) => string | null
}

/** Stands for the body until the markup is written; no page holds it. */
const bodyMark = '\ue0a0galley-body\ue0a0'

/** In a page that is opened by itself: scripts of the post do not run, and nothing is sent. */
const policy = "script-src 'none'; object-src 'none'; frame-src 'none'; base-uri 'none'; form-action 'none'"

/** A whole page of the site around a post, as HTML. */
export function writeSitePage(frame: LearnedFrame, content: PageContent): string {
  const { texts, bodyHtml, styles, addressOf } = content
  const piece = parsePiece(frame.markup)
  for (const element of [...allElementsIn(piece)]) fill(element, frame, texts)
  for (const element of allElementsIn(piece)) placeAddresses(element, addressOf)
  const page = parse('<!DOCTYPE html><html><head><meta charset="utf-8"></head><body></body></html>')
  const elements = [...allElementsIn(page)]
  const part = (name: string): PageElement | undefined => elements.find(({ tagName }) => tagName === name)
  const [html, head, body] = [part('html'), part('head'), part('body')]
  if (!html || !head || !body) throw new Error('a page has a head and a body')
  for (const [name, value] of Object.entries(frame.htmlAttributes)) setAttribute(html, name, value)
  for (const [name, value] of Object.entries(frame.bodyAttributes)) setAttribute(body, name, value)
  append(head, makeElement('meta', { 'http-equiv': 'Content-Security-Policy', content: policy }))
  append(head, makeElement('meta', { name: 'viewport', content: 'width=device-width, initial-scale=1' }))
  append(head, withText('title', `${frame.pageTitle.before}${texts.title}${frame.pageTitle.after}`))
  for (const { css, media } of styles) append(head, withText('style', css, media === '' ? {} : { media }))
  body.childNodes.push(...piece.childNodes)
  for (const child of body.childNodes) child.parentNode = body
  return `${serialize(page).replace(bodyMark, () => bodyHtml)}\n`
}

function append(parent: PageElement, child: PageElement): void {
  child.parentNode = parent
  parent.childNodes.push(child)
}

function withText(
  tagName: string,
  text: string,
  attributes: Readonly<Record<string, string>> = {},
): PageElement {
  const element = makeElement(tagName, attributes)
  const node = makeText(text)
  node.parentNode = element
  element.childNodes.push(node)
  return element
}

function fill(element: PageElement, { author }: LearnedFrame, texts: FrameTexts): void {
  const place = attributeOf(element, 'data-galley')
  const list = attributeOf(element, 'data-galley-list')
  if (place === 'body') setText(element, bodyMark)
  else if (place === 'image') fillImage(element, texts)
  else if (list !== null) fillList(element, texts.itemsFor(list))
  else if (place !== null && place !== 'item') replaceNode(element, [makeText(texts.textFor(place))])
  else if (attributeOf(element, 'data-galley-of') === 'author' && texts.author !== author) removeNode(element)
  element.attrs = element.attrs.filter(({ name }) => !name.startsWith('data-galley'))
}

function setText(element: PageElement, text: string): void {
  for (const child of [...element.childNodes]) removeNode(child)
  const node = makeText(text)
  node.parentNode = element
  element.childNodes.push(node)
}

function fillImage(image: PageElement, { image: own }: FrameTexts): void {
  if (own === null) {
    removeNode(image)
    return
  }
  setAttribute(image, 'src', own.reference)
  setAttribute(image, 'alt', own.alternative)
}

function fillList(item: PageElement, items: readonly string[]): void {
  const separator = attributeOf(item, 'data-galley-separator') ?? ' '
  item.attrs = item.attrs.filter(({ name }) => !name.startsWith('data-galley'))
  const copies = items.flatMap((text, index) => {
    const copy = parsePiece(serializeOuter(item)).childNodes
    for (const node of copy)
      for (const slot of 'tagName' in node ? [...allElementsIn(node)] : [])
        if (attributeOf(slot, 'data-galley') === 'item') replaceNode(slot, [makeText(text)])
    return index === 0 ? copy : [makeText(separator), ...copy]
  })
  replaceNode(item, copies)
}

function placeAddresses(element: PageElement, addressOf: PageContent['addressOf']): void {
  element.attrs = element.attrs.flatMap((attribute) => {
    if (attribute.name === 'src' && attribute.value.startsWith(siteScheme)) {
      const address = addressOf(attribute.value.slice(siteScheme.length + 1))
      return address === null ? [] : [{ ...attribute, value: address }]
    }
    return [{ ...attribute, value: attribute.value.replaceAll(`${siteScheme}/`, '') }]
  })
}
