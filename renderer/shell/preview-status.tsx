import type { Blog } from '#shared/contract/blog'
import { DifferenceCount } from '../differences/difference-count'
import { FlavourButton } from '../flavour/flavour-button'

/** What the status bar says of the preview: where the post reads otherwise than on GitHub, and which Markdown that is by. */
export function PreviewStatus({ blog }: { readonly blog: Blog }) {
  return (
    <>
      <DifferenceCount />
      <FlavourButton blog={blog} />
    </>
  )
}
