/** What is done to an element; it may take its time. */
export type NearTask = () => void | Promise<void>

/** Tells of elements when they are about to be seen, or at once when all is wanted. */
export class NearView {
  private readonly waiting = new Map<Element, NearTask>()
  private readonly running = new Set<Promise<void>>()
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
  whenNear(element: Element, task: NearTask): void {
    this.waiting.set(element, task)
    this.observer.observe(element)
  }

  /** Does all that waits, wherever it is; resolves when it is done. */
  async doAll(): Promise<void> {
    while (this.waiting.size > 0 || this.running.size > 0) {
      for (const element of [...this.waiting.keys()]) this.call(element)
      await Promise.all(this.running)
    }
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
    if (!element.isConnected) return
    const done = task?.()
    if (done === undefined) return
    this.running.add(done)
    void done.finally(() => this.running.delete(done))
  }

  private forget(element: Element): void {
    this.waiting.delete(element)
    this.observer.unobserve(element)
  }
}
