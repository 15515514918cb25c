/** An address as written, and where it leads. */
export type BareAddress = { readonly text: string; readonly href: string }

const spaceOrPunctuation = /[\s\p{P}\p{S}\p{Cc}]/u
const closing = /(?:[!"')*,.:;?_~]|&[a-zA-Z]+;|\](?![([\s]|$))*(?:\](?=[([\s]|$)|(?=[<\s]|$))/y
const closingRun = /(?:[!"')*,.:;?_~]|&[a-zA-Z]+;|\])+|&/y
const ordinary = /[^\s!"&'()*,.:;<?\]_~]+/y
const mail = /[\w+.-]+@(?:[\w-]|\.(?=[a-zA-Z0-9]))+/y

function matchAt(pattern: RegExp, text: string, place: number): string | null {
  pattern.lastIndex = place
  return pattern.exec(text)?.[0] ?? null
}

/** Whether nothing but closing punctuation follows before a space, a tag or the end. */
function isTrail(text: string, place: number): boolean {
  return matchAt(closing, text, place) !== null
}

/** Where the host that begins at `start` ends; null when it is none, as one with an underscore in its last two parts. */
function hostEnd(text: string, start: number): number | null {
  let place = start
  let isUnderscored = false
  let wasUnderscored = false
  let hasSeenAny = false
  for (; place < text.length; place++) {
    const character = String.fromCodePoint(text.codePointAt(place) ?? 0)
    if (character === '.' || character === '_') {
      if (isTrail(text, place)) break
      if (character === '_') isUnderscored = true
      else {
        wasUnderscored = isUnderscored
        isUnderscored = false
      }
    } else if (character !== '-' && spaceOrPunctuation.test(character)) break
    else hasSeenAny = true
  }
  return isUnderscored || wasUnderscored || !hasSeenAny ? null : place
}

/** Where a path ends: before closing punctuation and brackets that it did not open. */
function pathEnd(text: string, start: number): number {
  let place = start
  let opened = 0
  let closed = 0
  while (place < text.length && !/[\s<]/.test(text[place] ?? '')) {
    const character = text[place]
    if (character === '(') opened++
    if (character === '(' || (character === ')' && closed < opened)) {
      if (character === ')') closed++
      place++
      continue
    }
    const run = matchAt(closingRun, text, place)
    if (run === null) place += matchAt(ordinary, text, place)?.length ?? 1
    else if (isTrail(text, place)) return place
    else {
      closed += run.split(')').length - 1
      place += run.length
    }
  }
  return place
}

function urlAt(text: string, place: number): BareAddress | null {
  const scheme = /^(?:https?:\/\/|www\.(?=.|\s))/iu.exec(text.slice(place, place + 9))?.[0]
  if (scheme === undefined) return null
  const before = text[place - 1] ?? ''
  const isWww = scheme.length === 4
  if (isWww ? before !== '' && !/[\s(*_[\]~]/.test(before) : /[a-zA-Z]/.test(before)) return null
  const host = isWww ? place : place + scheme.length
  if (host >= text.length || spaceOrPunctuation.test(String.fromCodePoint(text.codePointAt(host) ?? 0)))
    return null
  const end = hostEnd(text, host)
  if (end === null) return null
  const link = text.slice(place, pathEnd(text, end))
  return { text: link, href: isWww ? `http://${link}` : link }
}

function mailAt(text: string, place: number): BareAddress | null {
  if (/[/\w+.-]/.test(text[place - 1] ?? '')) return null
  const found = matchAt(mail, text, place)
  if (found === null || !/@.*\..*[a-zA-Z]$/s.test(found)) return null
  return { text: found, href: `mailto:${found}` }
}

/** The address that begins at `place`; GitHub Flavored Markdown's autolinks as micromark reads them. */
export function bareAddressAt(text: string, place: number): BareAddress | null {
  return mailAt(text, place) ?? urlAt(text, place)
}

/** The first place from `from` on, and before `end`, at which an address may begin; `end` when there is none. */
export function nextCandidate(text: string, from: number, end: number): number {
  const run = text.slice(from, end)
  const url = run.search(/https?:\/\/|www\./i)
  const candidates = url < 0 ? [end] : [from + url]
  const rest = matchAt(/[\w+.-]*@?/y, text, end) ?? ''
  for (let at = `${run}${rest}`.indexOf('@'); at >= 0; at = run.indexOf('@', at + 1)) {
    let start = from + at
    while (start > from && /[\w+.-]/.test(text[start - 1] ?? '')) start--
    if (start < end && start < from + at) candidates.push(start)
  }
  return Math.min(...candidates)
}
