import type { Env } from 'markdown-it'
import type { Labels } from '../../dialect'
import type { MarkSheet } from '../../template'

/** What markdown-it's rules carry while a block is rendered. */
export type RenderEnvironment = Env & { readonly labels: Labels; readonly marks: MarkSheet }

/** An environment whose reference look-ups all go through `labels`. */
export function renderEnvironment(labels: Labels, marks: MarkSheet): RenderEnvironment {
  const references = new Proxy<Record<string, { title: string; href: string }>>(
    {},
    {
      get(_target, label) {
        const found = typeof label === 'string' ? labels.reference(label) : undefined
        return found && { href: found.href, title: found.title ?? '' }
      },
    },
  )
  return { references, labels, marks }
}

/** The environment as `renderEnvironment` made it; null while only blocks are parsed. */
export function renderEnvironmentOf(env: Env | undefined): RenderEnvironment | null {
  return env !== undefined && 'labels' in env && 'marks' in env ? (env as RenderEnvironment) : null
}
