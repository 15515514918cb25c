import type { StreamParser } from '@codemirror/language'

/** Python-Markdown's meta-data: https://python-markdown.github.io/extensions/meta_data/#syntax */
export const pelicanHeaders: StreamParser<null> = {
  name: 'pelican-headers',
  token(stream) {
    if (stream.sol() && stream.match(/^ {0,3}[A-Za-z0-9_-]+(?=:)/)) return 'propertyName'
    if (stream.eat(':')) return 'punctuation'
    stream.skipToEnd()
    return null
  },
}
