import { useMemo } from 'react'
import type { Blog } from '#shared/contract/blog'
import { chosenSetup } from '#shared/markdown/flavours/setup'
import { useApp, useAppState } from '../../shell/app-context'
import type { EditorPort } from '../../state/editor-port'
import { previewStrings } from '../../strings/preview'
import { readerStrings } from '../../strings/reader'
import type { ReaderView } from '../reader-views'
import { usePreviewSettings } from '../use-preview-settings'
import { readerFacts } from './reader-facts'
import styles from './reader-sign.module.css'
import { FeedEntry, ListCard, SearchResult, SocialCard } from './signs'
import { useShownPost } from './use-shown-post'
import { useSiteForReaders } from './use-site-for-readers'
import { useTemplateContext } from './use-template-context'

type SignProps = { readonly editor: EditorPort; readonly reader: ReaderView }

/** The post as it is met elsewhere than on its own page: in the site's list, a feed, a search, a social network. */
export function ReaderSign({ editor, reader }: SignProps) {
  const blog = useAppState('blog', (state) => (state.kind === 'open' ? state.blog : null))
  return blog === null ? null : <SignOfBlog editor={editor} reader={reader} blog={blog} />
}

function SignOfBlog({ editor, reader, blog }: SignProps & { readonly blog: Blog }) {
  const app = useApp()
  const { flavour } = usePreviewSettings()
  const post = useShownPost(editor)
  const site = useSiteForReaders()
  const setup = useMemo(() => chosenSetup(blog.evidence.setup, flavour), [blog, flavour])
  const context = useTemplateContext(blog, setup)
  const facts = useMemo(
    () => (post === null || site === null ? null : readerFacts(post, blog, site, setup, context)),
    [post, blog, site, setup, context],
  )
  if (facts === null || post === null || site === null) return null
  const imageUrl =
    facts.image === null || /^[a-z]+:|^\/\//i.test(facts.image)
      ? null
      : app.client.assetUrl(blog.id, post.path, facts.image)
  const listOrigin =
    site.listPage === null ? readerStrings.listUnknown : readerStrings.listLearnt(site.listPage)
  return (
    <section className={styles.desk} aria-label={previewStrings.readerViews[reader]}>
      {reader === 'card' ? <ListCard facts={facts} origin={listOrigin} /> : null}
      {reader === 'feed' ? <FeedEntry facts={facts} /> : null}
      {reader === 'search' ? <SearchResult facts={facts} /> : null}
      {reader === 'social' ? <SocialCard facts={facts} imageUrl={imageUrl} /> : null}
    </section>
  )
}
