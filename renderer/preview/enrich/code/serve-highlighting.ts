import hljs from 'highlight.js/lib/core'
import { serveJobs } from '../worker-messages'
import type { CodeAnswer, CodeJob } from './code-line'
import type { Language } from './languages'
import { readMarkup } from './read-markup'

/** Answers jobs of highlighting in a worker, with these languages, each loaded when code is in it. */
export function serveHighlighting(languages: Readonly<Record<string, Language>>): void {
  const names = new Map<string, string>()
  for (const [name, { aliases }] of Object.entries(languages)) {
    for (const alias of [name, ...aliases.split(' ')]) names.set(alias, name)
  }

  async function load(name: string): Promise<void> {
    const language = languages[name]
    if (language === undefined || hljs.getLanguage(name) !== undefined) return
    hljs.registerLanguage(name, (await language.load()).default)
    for (const needed of language.needs) await load(needed)
  }

  serveJobs<CodeJob, CodeAnswer>(async ({ language, code }) => {
    const name = names.get(language.toLowerCase())
    if (name === undefined) return () => null
    await load(name)
    return () => readMarkup(hljs.highlight(code, { language: name, ignoreIllegals: true }).value)
  })
}
