import { slug } from 'github-slugger'

/** A text as github-slugger 2 slugs it: what Astro makes addresses of. Marks vanish, and each space becomes a hyphen. */
export function githubSlug(text: string): string {
  return slug(text)
}

/** A file's name for a title: a github slug whose hyphens stand alone and within; `post` for a title without letters. */
export function fileNameSlug(title: string): string {
  return slug(title).replace(/-{2,}/g, '-').replace(/^-|-$/g, '') || 'post'
}
