import createDomPurify, { type Config } from 'dompurify'
import { filterStyle } from '../../style-filter'

/** What KaTeX writes, and nothing else: no links, no pictures, nothing that has an address. */
const config: Config = {
  ALLOWED_TAGS: (
    'span svg path line math semantics annotation mrow mi mo mn ms mtext mspace msup msub msubsup mover munder munderover mfrac msqrt ' +
    'mroot mtable mtr mtd mlabeledtr mpadded mphantom mstyle menclose merror mmultiscripts mprescripts none #text'
  ).split(' '),
  ALLOWED_ATTR: (
    'class style aria-hidden title xmlns encoding display width height viewBox preserveAspectRatio d x1 y1 x2 y2 stroke-width ' +
    'mathvariant mathcolor mathbackground mathsize stretchy fence separator lspace rspace minsize maxsize movablelimits accent ' +
    'accentunder linethickness rowspacing columnspacing columnalign columnlines rowlines columnspan notation voffset displaystyle ' +
    'scriptlevel symmetric'
  ).split(' '),
  ALLOW_DATA_ATTR: false,
  ALLOW_ARIA_ATTR: false,
  RETURN_DOM_FRAGMENT: true,
}

/** Makes nodes of KaTeX' HTML that run nothing and load nothing, whatever was in the formula. */
export function createFormulaCleaner(window: Window & typeof globalThis): (html: string) => DocumentFragment {
  const purify = createDomPurify(window)
  purify.addHook('afterSanitizeAttributes', (element) => {
    const style = element.getAttribute('style')
    if (style === null) return
    const filtered = filterStyle(style)
    if (filtered === null) element.removeAttribute('style')
    else element.setAttribute('style', filtered)
  })
  return (html) => {
    const fragment: unknown = purify.sanitize(html, config)
    if (!(fragment instanceof window.DocumentFragment)) throw new Error('the sanitiser gave no fragment')
    return fragment
  }
}
