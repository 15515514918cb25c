/** Tells of elements when they are about to be seen, or at once when all is wanted. */
export class NearView {
  private readonly waiting = new Map<Element, () => void>()
  private readonly observer: IntersectionObserver

  /** `document` is the one that scrolls. */
  constructor(document: Document) {
    this.observer = new IntersectionObserver(
      (entries) => {
        for (const { isIntersecting, target } of entries) if (isIntersecting) this.call(target)
      },
      { root: document, rootMargin: '100% 0px' },
    )
  }

  /** Calls `task` once, when `element` is on the screen or at most a screen away. Never, if it leaves the page before. */
  whenNear(element: Element, task: () => void): void {
    this.waiting.set(element, task)
    this.observer.observe(element)
  }

  /** Does all that waits, wherever it is. */
  doAll(): void {
    for (const element of [...this.waiting.keys()]) this.call(element)
  }

  /** Forgets what waits on elements that are not on the page any more. */
  forgetGone(): void {
    for (const element of this.waiting.keys()) if (!element.isConnected) this.forget(element)
  }

  dispose(): void {
    this.observer.disconnect()
    this.waiting.clear()
  }

  private call(element: Element): void {
    const task = this.waiting.get(element)
    this.forget(element)
    if (element.isConnected) task?.()
  }

  private forget(element: Element): void {
    this.waiting.delete(element)
    this.observer.unobserve(element)
  }
}
