import { useState } from 'react'
import { cutText } from '#shared/post/excerpt'
import { readerStrings } from '../../strings/reader'
import type { ReaderFacts } from './reader-facts'
import styles from './reader-sign.module.css'

/** About how much of a title search engines show, in characters. */
const searchTitleLength = 60
const feedLength = 600

type SignProps = { readonly facts: ReaderFacts }

/** The post in the site's list of posts. */
export function ListCard({ facts, origin }: SignProps & { readonly origin: string }) {
  const line = facts.listLine === '' ? null : <p className={styles.listLine}>{facts.listLine}</p>
  return (
    <>
      <article className={styles.paper} dir="auto">
        {facts.linePlace === 'before' ? line : null}
        <h2 className={styles.listTitle}>{facts.title}</h2>
        {facts.linePlace === 'behind' ? line : null}
      </article>
      <p className={styles.note}>{origin}</p>
    </>
  )
}

/** The post in a feed reader. */
export function FeedEntry({ facts }: SignProps) {
  return (
    <article className={styles.paper} dir="auto">
      <p className={styles.feedSite}>{facts.siteTitle}</p>
      <h2 className={styles.listTitle}>{facts.title}</h2>
      {facts.listLine === '' ? null : <p className={styles.listLine}>{facts.listLine}</p>}
      <p className={styles.excerpt}>{cutText(facts.excerpt, feedLength)}</p>
    </article>
  )
}

/** The post among the results of a search engine. */
export function SearchResult({ facts }: SignProps) {
  const title = cutText(facts.title, searchTitleLength)
  return (
    <>
      <article className={`${styles.paper} ${styles.search}`} dir="auto">
        <p className={styles.searchSite}>{facts.siteTitle}</p>
        <p className={styles.searchUrl}>{hostOf(facts.siteUrl)}</p>
        <h2 className={styles.searchTitle}>{title}</h2>
        <p className={styles.searchText}>{facts.description}</p>
      </article>
      <ul className={styles.note}>
        {title === facts.title ? null : (
          <li>{readerStrings.titleCut(facts.title.length, searchTitleLength)}</li>
        )}
        {facts.hasOwnDescription ? null : <li>{readerStrings.noDescription}</li>}
        {facts.siteUrl === null ? <li>{readerStrings.noAddress}</li> : null}
      </ul>
    </>
  )
}

/** The post as social networks show a link to it. `imageUrl`: where the host serves its picture; null without one. */
export function SocialCard({ facts, imageUrl }: SignProps & { readonly imageUrl: string | null }) {
  const [missing, setMissing] = useState<string | null>(null)
  const isMissing = imageUrl !== null && missing === imageUrl
  return (
    <>
      <article className={styles.social} dir="auto">
        {imageUrl === null || isMissing ? null : (
          <img className={styles.socialImage} src={imageUrl} alt="" onError={() => setMissing(imageUrl)} />
        )}
        <div className={styles.socialText}>
          <p className={styles.searchUrl}>{hostOf(facts.siteUrl)}</p>
          <h2 className={styles.socialTitle}>{facts.title}</h2>
          <p className={styles.searchText}>{facts.description}</p>
        </div>
      </article>
      <ul className={styles.note}>
        {facts.image === null ? <li>{readerStrings.noImage}</li> : null}
        {facts.image !== null && imageUrl === null ? <li>{readerStrings.remoteImage(facts.image)}</li> : null}
        {isMissing ? <li>{readerStrings.imageMissing(facts.image ?? '')}</li> : null}
        {facts.hasOwnDescription ? null : <li>{readerStrings.noDescription}</li>}
      </ul>
    </>
  )
}

function hostOf(siteUrl: string | null): string {
  return siteUrl === null
    ? readerStrings.unknownAddress
    : siteUrl.replace(/^https?:\/\//, '').replaceAll('/', ' › ')
}
