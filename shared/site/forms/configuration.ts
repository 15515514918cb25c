import type {
  ConfigurationProblem,
  FieldKind,
  FieldSchema,
  FieldSetting,
  SettingOrigin,
} from '../../contract/field'

/** A configuration file of the blog, read but never run. `path` is relative to the blog, `/` between segments. */
export type ConfigurationFile = { readonly path: string; readonly text: string }

/** A value that a configuration can offer for a field; `label` is null where it is shown as it is. */
export type ConfiguredChoice = { readonly value: string; readonly label: string | null }

/** A setting, and the place that decided it. */
export type Configured<Value> = { readonly value: Value; readonly origin: SettingOrigin }

/** What each setting of a field is made of. */
export type SettingValues = {
  readonly label: string
  readonly kind: FieldKind
  readonly choices: readonly ConfiguredChoice[]
  readonly isRequired: boolean
  readonly default: FieldSchema['default']
  readonly hint: string
  readonly group: string
  readonly isRare: boolean
}

/** The settings that a configuration decides; what it leaves open is learnt from the posts. */
export type FieldSettings = {
  readonly [Name in FieldSetting]?: Configured<SettingValues[Name]>
}

/** A field as a configuration describes it. */
export type ConfiguredField = {
  readonly key: string
  /** False: says only how the field looks where posts have it, as CloudCannon's inputs do. */
  readonly isDeclared: boolean
  readonly settings: FieldSettings
  /** A pattern of `front-matter/dates` for posts that have no habit yet. */
  readonly datePattern: string | null
  readonly fields: readonly ConfiguredField[]
}

/** The posts below a folder. `folder` is relative to the blog, '' for all of it; `*` and `**` stand for a folder and for any. */
export type ConfiguredCollection = {
  readonly folder: string
  readonly label: string | null
  readonly fields: readonly ConfiguredField[]
}

/** Where a configuration keeps the blog's images, and what an address in a post begins with for them. */
export type ConfiguredMedia = { readonly folder: string; readonly publicPath: string }

/** What one system's files say about forms, whatever the system. */
export type FormConfiguration = {
  readonly collections: readonly ConfiguredCollection[]
  readonly media: ConfiguredMedia | null
  readonly problems: readonly ConfigurationProblem[]
}
