const maxRules = 20_000

/** The places of a character of a selector that stands outside of brackets and texts. */
function placesOf(selector: string, character: '>' | ','): readonly number[] {
  const places: number[] = []
  let depth = 0
  let quote = ''
  for (let at = 0; at < selector.length; at++) {
    const here = selector[at] ?? ''
    if (here === '\\') at++
    else if (quote !== '') quote = here === quote ? '' : quote
    else if (here === '"' || here === "'") quote = here
    else if (here === '(' || here === '[') depth++
    else if (here === ')' || here === ']') depth--
    else if (here === character && depth === 0) places.push(at)
  }
  return places
}

/** The selectors of a list. */
function selectorsOf(list: string): readonly string[] {
  const places = [-1, ...placesOf(list, ','), list.length]
  return places.slice(1).map((place, index) => list.slice((places[index] ?? -1) + 1, place).trim())
}

/**
 * A list of selectors that also finds, as the children of what holds the body, the blocks that stand in the preview's own elements there.
 * `holdsBody` tells whether a selector means the element that the site's body stood in; `between` are the elements in between, as selectors
 * without weight.
 */
export function throughChunks(
  list: string,
  holdsBody: (selector: string) => boolean,
  between: string,
): string {
  const selectors = selectorsOf(list)
  const more = selectors.flatMap((selector) =>
    placesOf(selector, '>')
      .filter((place) => holdsBody(selector.slice(0, place).trim()))
      .map((place) => `${selector.slice(0, place)}> ${between} ${selector.slice(place)}`),
  )
  return [...selectors, ...more].join(', ')
}

/** Lets the style sheets of a document that say `article > p` find the blocks of `body` too, which stand in chunks. */
export function reachThroughChunks(document: Document, body: Element): void {
  const isOwnBox = body.className === '' && body.nodeName === 'DIV' && body.attributes.length === 1
  const holder = isOwnBox ? body.parentElement : body
  if (holder === null) return
  const chunk = ':where(.galley-chunk)'
  const between = isOwnBox ? `:where([data-galley="body"]) > ${chunk}` : chunk
  const holdsBody = (selector: string): boolean => {
    try {
      return selector !== '' && holder.matches(selector)
    } catch {
      // a piece of a selector that is none by itself
      return false
    }
  }
  let left = maxRules
  const visit = (rules: Iterable<CSSRule>): void => {
    for (const rule of rules) {
      if (left-- <= 0) return
      if ('selectorText' in rule && String(rule.selectorText).includes('>')) {
        const styled = rule as CSSStyleRule
        const reaching = throughChunks(styled.selectorText, holdsBody, between)
        if (reaching !== styled.selectorText) styled.selectorText = reaching
      }
      if ('styleSheet' in rule && rule.styleSheet) visit(rulesOf(rule.styleSheet as CSSStyleSheet))
      if ('cssRules' in rule) visit(rule.cssRules as CSSRuleList)
    }
  }
  for (const sheet of document.styleSheets) visit(rulesOf(sheet))
}

/** A sheet's rules; none of one that stands for a sheet from elsewhere, which is not loaded. */
function rulesOf(sheet: CSSStyleSheet): Iterable<CSSRule> {
  try {
    return sheet.cssRules
  } catch (error) {
    // it comes from the frame's own world, where another DOMException lives
    if (Object(error).name === 'SecurityError') return []
    throw error
  }
}
