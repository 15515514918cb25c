/**
 * An element of the document tree in the shape that Python-Markdown works on (xml.etree): `text` stands before the first child, each
 * child's `tail` behind it. `isFinal` text was put there by a rule and is left alone by every other.
 */
export class Element {
  text = ''
  tail = ''
  isFinal = false
  readonly children: Element[] = []
  readonly attributes: [name: string, value: string][] = []

  constructor(readonly tag: string) {}

  /** Adds a new element behind the last child. */
  append(tag: string): Element {
    const child = new Element(tag)
    this.children.push(child)
    return child
  }

  /** The last child. */
  last(): Element | undefined {
    return this.children.at(-1)
  }

  /** All text inside, tags left out. */
  words(): string {
    return this.text + this.children.map((child) => child.words() + child.tail).join('')
  }
}
