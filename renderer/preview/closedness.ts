const probeName = 'galley-probe'

/** Tells whether HTML ends with no element, comment or formatting left open, by parsing it where it will stand. */
export class ClosednessProbe {
  private readonly container: HTMLElement

  /** `document` must load nothing: the HTML is not sanitised yet. */
  constructor(document: Document) {
    this.container = document.createElement('div')
  }

  /** Whether what follows `html` would stand beside it and not in it. */
  isClosed(html: string): boolean {
    this.container.innerHTML = `${html}<${probeName}></${probeName}>`
    const last = this.container.lastChild
    const isClosed = last?.nodeName === probeName.toUpperCase() && last.firstChild === null
    this.container.textContent = ''
    return isClosed
  }
}
