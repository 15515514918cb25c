import type { FieldSchema, FieldSetting } from '#shared/contract/field'
import { frontMatterStrings } from '../strings/front-matter'

// as the strings have them; the contract's list would bring its validator into the window
const settingsInOrder = Object.keys(frontMatterStrings.settings) as readonly FieldSetting[]

/** Where a field's settings come from, a sentence each: files of the blog first, then the posts that it was learnt from. */
export function describeOrigins(schema: FieldSchema | undefined, postCount: number): readonly string[] {
  if (schema === undefined) return [frontMatterStrings.onlyHere]
  const settings = settingsInOrder.flatMap((setting) => {
    const origin = schema.origins[setting]
    if (origin === undefined) return []
    return frontMatterStrings.settingFrom(frontMatterStrings.settings[setting], origin.file, origin.line)
  })
  const learntFrom = Math.round(schema.share * postCount)
  return learntFrom === 0 ? settings : [...settings, frontMatterStrings.learntFrom(learntFrom)]
}
