import { withoutComments } from '../locate-in-program'

/** The files in which a Gatsby site names its plugins, the first that is there counts. */
export const gatsbyFiles: readonly string[] = ['js', 'ts', 'mjs'].map((ending) => `gatsby-config.${ending}`)

const path =
  /\bpath\s*:\s*(?:`(?:\$\{__dirname\}\/)?([^`$]{1,200})`|["']([^"'\n]{1,200})["']|path\.(?:join|resolve)\(\s*__dirname\s*,\s*["'`]([^"'`\n]{1,200})["'`]\s*\)|require\.resolve\(\s*["'`]([^"'`\n]{1,200})["'`]\s*\))/g

/** The folders that a configuration gives to `gatsby-source-filesystem` in plain sight, from the site's, without slashes at their ends. */
export function gatsbyFolders(text: string): readonly string[] {
  if (!text.includes('gatsby-source-filesystem')) return []
  const found = [...withoutComments(text).matchAll(path)]
  return found
    .map(([, template, quoted, joined, resolved]) => template ?? quoted ?? joined ?? resolved ?? '')
    .map((folder) => folder.replace(/^(?:\.?\/)+|\/+$/g, ''))
    .filter((folder) => folder !== '' && !folder.split('/').includes('..'))
}
