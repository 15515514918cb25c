import { z } from 'zod'

/** What a form field is edited with. `other`: its values fit nothing else; shown as they are and changed in the text. */
export const FieldKind = z.enum([
  'text',
  'long-text',
  'number',
  'yes-no',
  'date',
  'list',
  'choice',
  /** One of the authors, series, …: a name that posts or a data file of the blog know. */
  'reference',
  'image',
  'object',
  'object-list',
  'other',
])
/** See the schema of the same name. */
export type FieldKind = z.infer<typeof FieldKind>

/** How the collection's posts write a field; used where a file itself does not say. */
export const FieldHabit = z.object({
  quotes: z.enum(['plain', 'single', 'double']),
  /** `one`: a single value where others have a list. */
  list: z.enum(['flow', 'block', 'block-indented', 'one']),
  /** A `fullPattern` of `front-matter/dates`, null where posts write no dates. */
  datePattern: z.string().nullable(),
  /** The words for yes and for no, such as `true` and `false`. */
  words: z.object({ yes: z.string(), no: z.string() }).nullable(),
})
/** See the schema of the same name. */
export type FieldHabit = z.infer<typeof FieldHabit>

/** A value that can be chosen: what the file gets, and how it is shown where that differs. */
export const FieldChoice = z.object({
  value: z.string(),
  label: z.string().nullable(),
  /** How many of the collection's posts have it; 0 for one that only a schema or a data file knows. */
  count: z.number().int().nonnegative(),
})
/** See the schema of the same name. */
export type FieldChoice = z.infer<typeof FieldChoice>

/** The settings of a field that a file of the blog can decide. */
export const FieldSetting = z.enum([
  'label',
  'kind',
  'choices',
  'isRequired',
  'default',
  'hint',
  'group',
  'isRare',
])
/** See the schema of the same name. */
export type FieldSetting = z.infer<typeof FieldSetting>

/** A place in a file of the blog that decided something; `line` is 1-based. */
export const SettingOrigin = z.object({ file: z.string(), line: z.number().int().positive() })
/** See the schema of the same name. */
export type SettingOrigin = z.infer<typeof SettingOrigin>

/** A form field as learnt from a collection's posts, and as the blog's own configuration says. */
export const FieldSchema = z.object({
  key: z.string(),
  label: z.string(),
  kind: FieldKind,
  /** For `choice`, `list` and `reference`: most used first. */
  choices: z.array(FieldChoice),
  /** Posts have one value here and a list there, and the generator takes both. */
  isOneOrList: z.boolean(),
  /** How many of the collection's posts have the field, 0…1. */
  share: z.number(),
  /** At least 95 % of the published posts have it, or the blog's configuration says so. Missing ones are marked, never forced. */
  isRequired: z.boolean(),
  /** Folded away under More. */
  isRare: z.boolean(),
  /** The heading that it stands under, null for none. */
  group: z.string().nullable(),
  hint: z.string().nullable(),
  /** What a new post gets, as JSON; null for nothing. */
  default: z.json(),
  habit: FieldHabit,
  /** Where settings come from that were not learnt from the posts. */
  origins: z.partialRecord(FieldSetting, SettingOrigin),
  /** For `object` and `object-list`: the fields inside. */
  get fields(): z.ZodArray<typeof FieldSchema> {
    return z.array(FieldSchema)
  },
})
/** See the schema of the same name. */
export type FieldSchema = z.infer<typeof FieldSchema>

/** A mistake in one of the blog's configuration files that were asked for a form; the rest of the file counts. */
export const ConfigurationProblem = z.object({ origin: SettingOrigin, message: z.string() })
/** See the schema of the same name. */
export type ConfigurationProblem = z.infer<typeof ConfigurationProblem>

/** The posts that are alike because they lie in one folder, and the fields they have, in the order they usually stand. */
export const PostCollection = z.object({
  folder: z.string(),
  /** As the blog's configuration names it, else the folder's name. */
  label: z.string(),
  postCount: z.number().int(),
  fields: z.array(FieldSchema),
  /** The front matter's delimiters in most posts, for a post that has none yet; a `Dialect`. */
  dialect: z.string(),
  problems: z.array(ConfigurationProblem),
})
/** See the schema of the same name. */
export type PostCollection = z.infer<typeof PostCollection>
