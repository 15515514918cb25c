import type { MarkdownIt, StateCore, Token } from 'markdown-it'
import type { QuoteKind } from '../../template'
import { renderEnvironmentOf } from '../markdown-it/environment'

const written: Readonly<Record<QuoteKind, string>> = { single: "'", double: '"' }
const closing: Readonly<Record<QuoteKind, string>> = { single: '’', double: '”' }

/** What the typographer says of a quotation mark that opens, or that closes if one is open. */
export type QuoteMeta = {
  readonly quote: QuoteKind
  readonly role: 'opens' | 'may-close' | 'may-close-from-before'
}

type LeftOpen = { readonly quote: QuoteKind; readonly count: number }

function quoteTokens(tokens: readonly Token[]): readonly Token[] {
  return tokens.flatMap((token) => {
    if (token.type === 'typographic' && token.meta !== null) return [token]
    return token.children === null ? [] : quoteTokens(token.children)
  })
}

/** Settles within a block which marks close; leaves those that only a mark of an earlier block can have opened. */
function pairQuotes(state: StateCore): void {
  const open: Record<QuoteKind, number> = { single: 0, double: 0 }
  for (const token of quoteTokens(state.tokens)) {
    const { quote, role } = token.meta as QuoteMeta
    if (role === 'opens') open[quote]++
    else if (open[quote] > 0) {
      open[quote]--
      token.content = closing[quote]
    } else token.meta = { quote, role: 'may-close-from-before' } satisfies QuoteMeta
  }
  for (const quote of ['single', 'double'] as const) {
    if (open[quote] === 0) continue
    const token = new state.Token('quotes_left_open', '', 0)
    token.meta = { quote, count: open[quote] } satisfies LeftOpen
    state.tokens.push(token)
  }
}

/**
 * Quotation marks that one block opens and a later one closes: goldmark 1.5 counts what is open through the whole document. `markFor` gives a
 * character as the site has it written.
 */
export function useRunningQuotes(markdownIt: MarkdownIt, markFor: (character: string) => string): void {
  const { rules } = markdownIt.renderer
  markdownIt.core.ruler.push('running_quotes', pairQuotes)
  rules.typographic = (tokens, index, _options, env) => {
    const token = tokens[index]
    const meta = token?.meta as QuoteMeta | null | undefined
    const marks = renderEnvironmentOf(env)?.marks
    if (meta?.role !== 'may-close-from-before' || !marks) return markFor(token?.content ?? '')
    const { quote } = meta
    return marks.place({
      kind: 'closing-quote',
      quote,
      closed: markFor(closing[quote]),
      text: written[quote],
    })
  }
  rules.quotes_left_open = (tokens, index, _options, env) => {
    const open = tokens[index]?.meta as LeftOpen | undefined
    return (open && renderEnvironmentOf(env)?.marks.place({ kind: 'open-quotes', ...open })) ?? ''
  }
}
