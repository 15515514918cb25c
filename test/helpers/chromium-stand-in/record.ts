/** Something that left the application, or would have. */
export type Recorded = { readonly what: string; readonly values: readonly unknown[] }

/** Everything recorded so far, oldest first. */
export const recorded: Recorded[] = []

/** Notes what the application asked of the system: an address opened outside, a dialog, a request to the network. */
export function record(what: string, ...values: readonly unknown[]): void {
  recorded.push({ what, values })
}

/** An event whose default can be prevented, as Electron passes it to listeners. */
export function preventable<Details extends object>(details: Details) {
  return {
    ...details,
    defaultPrevented: false,
    preventDefault() {
      this.defaultPrevented = true
    },
  }
}
