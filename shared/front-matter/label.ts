/** A key as a form's label: `published_on` → `Published on`, `pubDate` → `Pub date`; an abbreviation such as `SEO` stays as it is. */
export function labelOf(key: string): string {
  const words = key
    .replace(/(?<=[\p{Ll}\p{N}])(?=\p{Lu})/gu, ' ')
    .split(/[\s_.-]+/)
    .filter((word) => word !== '')
    .map((word) => (/^\p{Lu}{2,}$/u.test(word) ? word : word.toLowerCase()))
  const label = words.join(' ')
  return label === '' ? key : label.charAt(0).toUpperCase() + label.slice(1)
}
