/** A key as a label, where nothing better is known: `published_on` → `Published on`, `pubDate` → `Pub date`. */
export function labelFor(key: string): string {
  const words = key
    .replace(/([\p{Ll}\d])(\p{Lu})/gu, '$1 $2')
    .replace(/[_-]+/g, ' ')
    .trim()
    .toLowerCase()
  return words === '' ? key : `${words[0]?.toUpperCase()}${words.slice(1)}`
}
