import { z } from 'zod'
import { FieldKind } from '../../contract/field'
import { flavourIds } from '../../markdown/flavours/flavour'
import { profileIds } from '../profile'

const Choice = z.union([
  z.string(),
  z.number(),
  z.boolean(),
  z.strictObject({
    value: z.union([z.string(), z.number(), z.boolean()]).describe('What the file gets.'),
    label: z.string().optional().describe('What the form shows instead.'),
  }),
])

const Value = z.json().meta({ id: 'value' })

const kinds = FieldKind.exclude(['other']).describe('What the field is edited with.')

/** A field of `.galley.yml`. Each setting left out is learnt from the posts, or taken from a CMS's configuration. */
export const GalleyField = z
  .strictObject({
    label: z.string().optional().describe('What the form calls the field. Otherwise its key in words.'),
    kind: kinds.optional(),
    required: z
      .boolean()
      .optional()
      .describe('Whether the form marks the field when a post lacks it. It is never forced.'),
    choices: z
      .array(Choice)
      .optional()
      .describe('Values to choose from. Another one can still be typed, and those in use stay.'),
    default: Value.optional().describe('What a new post gets.'),
    hint: z.string().optional().describe('A sentence below the field.'),
    group: z.string().optional().describe('The heading that the field stands under.'),
    more: z.boolean().optional().describe('Whether the field is folded away under More.'),
    get fields() {
      return GalleyFields.optional().describe('For object and object-list: the fields inside.')
    },
  })
  .meta({ id: 'field', description: 'How the form shows one field. Leave out what the posts already say.' })

const GalleyFields = z.record(z.string(), z.union([GalleyField, z.null()])).meta({ id: 'fields' })

const Folder = z
  .string()
  .describe('A folder of posts, relative to the blog. * stands for any part of a name, ** for any folders.')

/** A kind of posts of `.galley.yml`. */
export const GalleyCollection = z.strictObject({
  folder: z.union([Folder, z.array(Folder).min(1)]).describe('The folder or folders of the posts.'),
  label: z.string().optional().describe('What Galley calls these posts.'),
  fields: GalleyFields.optional().describe('The fields by their key in the front matter.'),
})

/** How the blog's posts are previewed, in `.galley.yml`. */
export const GalleyPreview = z.strictObject({
  flavour: z
    .enum(flavourIds)
    .optional()
    .describe('The Markdown that the blog is published with, where Galley does not find it out.'),
})

const text = z.string().min(1)

/** What the writer knows about the site that its configuration does not say, in `.galley.yml`; each goes before what Galley found. */
export const GalleySite = z.strictObject({
  generator: z
    .enum(profileIds)
    .optional()
    .describe('What builds the site, where Galley does not find it out.'),
  postFolders: z
    .union([text, z.array(text).min(1)])
    .optional()
    .describe('The folders of posts.'),
  permalink: text
    .optional()
    .describe('The addresses of posts, with :year, :month, :day, :slug, :title and :folders in them.'),
  timeZone: text.optional().describe('The time zone that the site prints dates in, such as Europe/Paris.'),
  draftKey: text.optional().describe('The key that says that a post is a draft.'),
  imageFolder: text.optional().describe('Where new images go.'),
})

/** The whole of `.galley.yml`. */
export const GalleyFile = z
  .strictObject({
    collections: z
      .array(GalleyCollection)
      .optional()
      .describe('The kinds of posts of this blog. The folder that holds a post most closely counts.'),
    preview: GalleyPreview.optional().describe('How posts are previewed.'),
    site: GalleySite.optional().describe('How the blog’s site is understood.'),
  })
  .meta({
    title: '.galley.yml',
    description:
      'How Galley shows the front matter and the preview of this blog. Everything in it is optional.',
  })

/** The JSON Schema of `.galley.yml`, draft 7, for editors that complete and check while one types. docs/galley.schema.json holds it. */
export function galleyFileJsonSchema(): object {
  return z.toJSONSchema(GalleyFile, { target: 'draft-7', io: 'input' })
}
