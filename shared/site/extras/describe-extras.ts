import type { SiteExtras } from '../../contract/site-extras'
import { findDiagrams } from './find-diagrams'
import { findHighlighter } from './find-highlighter'
import { findMath } from './find-math'
import type { SiteTexts } from './site-texts'

/** What a site does to its posts besides Markdown, by signs in its files. */
export function describeExtras(site: SiteTexts): SiteExtras {
  return { highlighter: findHighlighter(site), math: findMath(site), diagrams: findDiagrams(site) }
}
