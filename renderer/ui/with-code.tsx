import { Fragment } from 'react'

/** A sentence in which what stands between backticks is shown as code. */
export function WithCode({ children }: { readonly children: string }) {
  const parts = children.split(/`([^`]+)`/)
  return parts.map((part, index) =>
    // biome-ignore lint/suspicious/noArrayIndexKey: the parts of one sentence never move
    index % 2 === 1 ? <code key={index}>{part}</code> : <Fragment key={index}>{part}</Fragment>,
  )
}
