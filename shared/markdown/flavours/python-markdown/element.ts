/**
 * An element of the document tree in the shape that Python-Markdown works on (xml.etree): `text` stands before the first child, each
 * child's `tail` behind it. `isFinal` text was put there by a rule and is left alone by every other; `isTailFinal` says the same of `tail`.
 */
export class Element {
  text = ''
  tail = ''
  isFinal = false
  isTailFinal = false
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

  /** An attribute's value. */
  get(name: string): string | undefined {
    return this.attributes.find(([key]) => key === name)?.[1]
  }

  /** Gives an attribute a value, in the place of the one it had. */
  set(name: string, value: string): void {
    const known = this.attributes.find(([key]) => key === name)
    if (known === undefined) this.attributes.push([name, value])
    else known[1] = value
  }

  /** The same element without what it holds. */
  shell(tag = this.tag): Element {
    const copy = new Element(tag)
    copy.tail = this.tail
    copy.isFinal = this.isFinal
    copy.isTailFinal = this.isTailFinal
    copy.attributes.push(...this.attributes.map(([name, value]): [string, string] => [name, value]))
    return copy
  }

  /** All text inside, tags left out. */
  words(): string {
    return this.text + this.children.map((child) => child.words() + child.tail).join('')
  }
}
