import type { MarkdownIt, Token } from 'markdown-it'
import type { HeadingIds } from '../../dialect'
import type { Template } from '../../template'
import { renderEnvironmentOf } from '../markdown-it/environment'

/** Ids as github-slugger 2 makes them: of a heading's text, numbered when one is there already. */
export function githubSlugs(): HeadingIds {
  const occurrences = new Map<string, number>()
  return (text, isExplicit) => {
    if (isExplicit) return text
    const wanted = text
      .toLowerCase()
      .replace(/[^\p{Alphabetic}\p{M}\p{Nd}\p{Pc}\- ]/gu, '')
      .replaceAll(' ', '-')
    let id = wanted
    while (occurrences.has(id)) {
      const count = (occurrences.get(wanted) ?? 0) + 1
      occurrences.set(wanted, count)
      id = `${wanted}-${count}`
    }
    occurrences.set(id, 0)
    return id
  }
}

/** What a heading's id is made of: its text as published, where a reference to a footnote counts as its number. */
function headingText(tokens: readonly Token[]): Template {
  return tokens.flatMap((token): Template => {
    if (token.type === 'footnote_reference')
      return [{ kind: 'reference', label: String(token.meta?.label ?? '') }]
    // a tag that goes over several lines is taken for text
    if (token.type === 'html_inline') return /^<.*>$/.test(token.content) ? [] : [token.content]
    return token.type === 'text' || token.type === 'code_inline' ? [token.content] : []
  })
}

/** Gives every heading an id. */
export function useHeadingIds(markdownIt: MarkdownIt): void {
  markdownIt.renderer.rules.heading_open = (tokens, index, _options, env) => {
    const own = tokens[index]?.meta?.ownId
    const isExplicit = typeof own === 'string'
    const text = isExplicit
      ? [markdownIt.utils.escapeHtml(own)]
      : headingText(tokens[index + 1]?.children ?? [])
    const id = renderEnvironmentOf(env)?.marks.place({ kind: 'heading-id', text, isExplicit })
    return `<${tokens[index]?.tag} id="${id ?? ''}">`
  }
}
