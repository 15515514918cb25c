import { countOf } from './elements'
import type { Rule } from './rule'
import { findLine, firstChangedLine, firstTextLine, mapTextLines } from './source-lines'

const bareAddress = /(?<![<("'=\w/[])(?:(?:https?|ftp):\/\/|www\.)[^\s<>|]*[^\s<>.,:;!?"'*_~()|。，]/g

/** Addresses without `<…>` become links on GitHub; not in kramdown, Python-Markdown and a plain markdown-it. */
export const bareAddresses: Rule = {
  id: 'bare-address',
  families: ['eleventy', 'hugo', 'jekyll', 'python-markdown', 'astro', 'hexo'],
  find({ name, source, here, there }) {
    const linked = (shape: typeof here): number =>
      shape.filter(
        (token, index) => token.startsWith('<a ') && shape[index + 1]?.match(/^"(?:\w+:\/\/|www\.|[^ ]+@)/),
      ).length
    if (linked(there) <= linked(here)) return null
    const line = findLine(source, (text) => text.search(bareAddress) >= 0 || /[\w.]@\w+\./.test(text))
    if (line < 0) return null
    const repaired = mapTextLines(source, (text) =>
      text.replace(bareAddress, (address) =>
        address.startsWith('www.') ? `[${address}](http://${address})` : `<${address}>`,
      ),
    )
    const message = `${name} makes no link of a bare address. Put it in \`<\` and \`>\`.`
    if (repaired === source) return { line, message }
    return { line, message, isCertain: true, repair: { label: 'Put it in < and >', source: repaired } }
  },
}

/** kramdown and Python-Markdown allow spaces in a link's address; CommonMark reads text then. */
export const spacedAddress: Rule = {
  id: 'spaced-address',
  families: ['jekyll', 'python-markdown'],
  find({ name, source, here, there }) {
    const links = ['a', 'img'].reduce((sum, tag) => sum + countOf(here, tag) - countOf(there, tag), 0)
    if (links <= 0) return null
    const repaired = mapTextLines(source, (line) =>
      line.replace(/\]\((?!<)([^()<>"]*[^()<>"\s])\)/g, (whole, address: string) =>
        /\s/.test(address) ? `](${address.replace(/\s+/g, '%20')})` : whole,
      ),
    )
    if (repaired === source) return null
    return {
      line: firstChangedLine(source, repaired),
      message: `${name} allows a space in an address, GitHub shows the text as typed. If the words behind the space are a title, put them in quotes.`,
      repair: { label: 'Write %20 for the space', source: repaired },
    }
  },
}

/** Markdown before CommonMark allows a space between `[text]` and `[label]`. */
export const spacedReference: Rule = {
  id: 'spaced-reference',
  families: ['jekyll', 'python-markdown'],
  find({ name, source }) {
    const repaired = mapTextLines(source, (line) =>
      line.replace(/(\[[^\][]+\])[ \t]+(?=\[[^\][]+\](?![:(]))/g, '$1'),
    )
    if (repaired === source) return null
    return {
      line: Math.max(firstChangedLine(source, repaired), firstTextLine(source)),
      message: `${name} makes one link of this; for GitHub no space may part the text from its label.`,
      repair: { label: 'Leave out the space', source: repaired },
    }
  },
}
