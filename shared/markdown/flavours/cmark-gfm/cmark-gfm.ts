import { markdownItDialect } from '../markdown-it/dialect'
import { alertOpening, readAlerts } from './alerts'
import { cmarkFootnotes } from './footnotes'
import { createParser } from './parser'

/** What github.com adds to cmark-gfm. */
export type CmarkOptions = {
  /** Quotes that begin with `[!NOTE]` and the like are alerts. */
  readonly alerts: boolean
}

/** cmark-gfm alone. */
export const cmarkDefaults: CmarkOptions = { alerts: false }

/** GitHub's own Markdown: CommonMark with tables, strikethrough, task lists, footnotes and bare addresses as links. */
export function cmarkGfm({ alerts }: CmarkOptions) {
  const parser = createParser()
  parser.renderer.rules.alert_open = (tokens, index) => alertOpening(tokens[index])
  parser.renderer.rules.alert_close = () => '</div>\n'
  return markdownItDialect({
    parser,
    footnotes: cmarkFootnotes,
    headingIds: null,
    ...(alerts && { prepare: readAlerts }),
  })
}
