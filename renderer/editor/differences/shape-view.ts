import { noteReference, noteText, type Shape } from '#shared/markdown/differences/shape'
import { differenceStrings } from '../../strings/differences'

/** Elements that are shown as what they are; all others only hold what stands in them. */
const shownElements = new Set(
  (
    'blockquote br code dd del details div dl dt em figcaption figure h1 h2 h3 h4 h5 h6 hr kbd li mark ol p pre strong sub summary sup table ' +
    'tbody td th thead tr ul'
  ).split(' '),
)
const voidElements = new Set(['br', 'hr', 'img', 'input'])
/** How much of a long stretch is shown, and how much of it stands before the place where the two part. */
const maxTokens = 60
const tokensBefore = 8

/** What a template tag is hidden by while two renderings are compared. */
const hiddenTag = /x{7,}/g

const nameOf = (token: string): string => /^<\/?([^ >]+)/.exec(token)?.[1] ?? ''
const isOpening = (token: string): boolean =>
  token.startsWith('<') && !token.startsWith('</') && !voidElements.has(nameOf(token))

/** The tokens around `at`, inside of the elements that are open there. */
function excerpt(shape: Shape, at: number): Shape {
  const from = shape.length <= maxTokens ? 0 : Math.max(0, at - tokensBefore)
  const open: string[] = []
  for (const token of shape.slice(0, from)) {
    if (isOpening(token)) open.push(token)
    else if (token.startsWith('</')) open.pop()
  }
  const dots = from > 0 ? ['"… '] : []
  const end = from + maxTokens < shape.length ? ['" …'] : []
  return [...open, ...dots, ...shape.slice(from, from + maxTokens), ...end]
}

function openElement(token: string): HTMLElement {
  const name = nameOf(token)
  const element = document.createElement(shownElements.has(name) ? name : 'span')
  const start = /^<ol start=(-?\d+)>$/.exec(token)?.[1]
  if (start !== undefined) element.setAttribute('start', start)
  if (name === 'a') element.className = 'cm-shape-link'
  if (name === noteText) element.className = 'cm-shape-note'
  return element
}

function wordsFor(token: string): string | null {
  const name = nameOf(token)
  if (name === 'input') return token.includes(' checked') ? '☑ ' : '☐ '
  if (name === 'img') return differenceStrings.picture(/ alt=(.*?)(?: title=.*)?>$/.exec(token)?.[1] ?? '')
  return name === noteReference ? '*' : null
}

/**
 * A small picture of a shape around its token `at`: built of plain elements without a single attribute that a post could have written, so
 * nothing in it loads or leads anywhere.
 */
export function viewShape(shape: Shape, at: number): HTMLElement {
  const root = document.createElement('div')
  root.className = 'cm-shape'
  let parent: HTMLElement = root
  for (const token of excerpt(shape, at)) {
    if (token.startsWith('"') || token.startsWith('|')) parent.append(token.slice(1).replace(hiddenTag, '…'))
    else if (token === '¶') parent.append(document.createElement('br'))
    else if (token.startsWith('</')) parent = parent === root ? root : (parent.parentElement ?? root)
    else {
      const words = wordsFor(token)
      const element = openElement(token)
      if (words !== null) {
        element.className = 'cm-shape-words'
        element.textContent = words
      }
      parent.append(element)
      if (isOpening(token)) parent = element
    }
  }
  if (root.textContent?.trim() === '' && root.querySelector('hr') === null) {
    root.textContent = differenceStrings.nothing
    root.classList.add('cm-shape-nothing')
  }
  return root
}
