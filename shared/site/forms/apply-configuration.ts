import type { FieldChoice, FieldHabit, FieldKind, FieldSchema, PostCollection } from '../../contract/field'
import { commonHabit } from '../../front-matter/infer/habit'
import { mostFrequent } from '../../front-matter/infer/most-frequent'
import { labelOf } from '../../front-matter/label'
import type { ConfiguredField, FieldSettings, FormConfiguration } from './configuration'
import { configuredFor } from './configured-for'

const withChoices: ReadonlySet<FieldKind> = new Set(['choice', 'list', 'reference'])
const withFields: ReadonlySet<FieldKind> = new Set(['object', 'object-list'])

/**
 * The collection as a configuration wants it, whatever letter case its keys are in: settings that it decides replace what was learnt, with
 * their origin; fields that only it knows stand behind the one that it names before them; what it leaves open stays as it is. What it says
 * about other posts does not count, see `configuredFor`; its problems are added all the same.
 */
export function applyConfiguration(
  inferred: PostCollection,
  configuration: FormConfiguration,
): PostCollection {
  const { label, fields } = configuredFor(inferred.folder, configuration)
  return {
    ...inferred,
    label: label ?? inferred.label,
    fields: mergeFields(inferred.fields, fields),
    problems: [...inferred.problems, ...configuration.problems],
  }
}

function mergeFields(
  inferred: readonly FieldSchema[],
  configured: readonly ConfiguredField[],
): FieldSchema[] {
  const known = new Map(inferred.map(({ key }) => [key.toLowerCase(), key]))
  const habit = usualHabit(inferred)
  const byKey = new Map(configured.map((field) => [field.key.toLowerCase(), field]))
  const merged = inferred.map((field) => {
    const own = byKey.get(field.key.toLowerCase())
    return own === undefined ? field : withSettings(field, own)
  })
  const added = configured.filter(({ key, isDeclared }) => isDeclared && !known.has(key.toLowerCase()))
  if (added.length === 0) return merged
  const { first, behind } = placesOf(configured, known)
  const make = (field: ConfiguredField) => withSettings(unseen(field, habit), field)
  const leading = (behind.get(null) ?? []).map(make)
  const arranged = merged.flatMap((field) => [
    ...(field.key === first ? leading : []),
    field,
    ...(behind.get(field.key) ?? []).map(make),
  ])
  return first === null ? [...arranged, ...leading] : arranged
}

/** The added fields by the known one that the configuration has before them, null for none, and the first known one. */
function placesOf(
  configured: readonly ConfiguredField[],
  known: ReadonlyMap<string, string>,
): {
  readonly first: string | null
  readonly behind: ReadonlyMap<string | null, readonly ConfiguredField[]>
} {
  const behind = new Map<string | null, ConfiguredField[]>()
  let first: string | null = null
  let before: string | null = null
  for (const field of configured) {
    const there = known.get(field.key.toLowerCase())
    if (there !== undefined) {
      before = there
      first ??= there
    } else if (field.isDeclared) {
      const fields = behind.get(before)
      if (fields === undefined) behind.set(before, [field])
      else fields.push(field)
    }
  }
  return { first, behind }
}

function withSettings(field: FieldSchema, { settings, datePattern, fields }: ConfiguredField): FieldSchema {
  const kind = settings.kind?.value ?? field.kind
  return {
    ...field,
    label: settings.label?.value ?? field.label,
    kind,
    choices: withChoices.has(kind) ? choicesOf(field, settings.choices?.value ?? []) : [],
    isOneOrList: field.isOneOrList && (withChoices.has(kind) || kind === 'object-list'),
    isRequired: settings.isRequired?.value ?? field.isRequired,
    isRare: settings.isRare?.value ?? field.isRare,
    group: settings.group?.value ?? field.group,
    hint: settings.hint?.value ?? field.hint,
    default: settings.default === undefined ? field.default : settings.default.value,
    habit: { ...field.habit, datePattern: field.habit.datePattern ?? datePattern },
    origins: originsOf(field, kind, settings),
    fields: withFields.has(kind) ? mergeFields(field.fields, fields) : [],
  }
}

function originsOf(field: FieldSchema, kind: FieldKind, settings: FieldSettings): FieldSchema['origins'] {
  const { choices, ...learnt } = field.origins
  const origins = choices !== undefined && withChoices.has(kind) ? { ...learnt, choices } : learnt
  const configured = Object.entries(settings).map(([name, { origin }]) => [name, origin])
  return { ...origins, ...Object.fromEntries(configured) }
}

/** The configured choices in their order, then what posts use besides: a value that a post has can be chosen again. */
function choicesOf(
  field: FieldSchema,
  configured: NonNullable<ConfiguredField['settings']['choices']>['value'],
): FieldChoice[] {
  const known = new Map(field.choices.map((choice) => [choice.value, choice]))
  const wanted = configured.map(({ value, label }) => {
    const inUse = known.get(value)
    return { value, label: label ?? inUse?.label ?? null, count: inUse?.count ?? 0 }
  })
  const values = new Set(wanted.map(({ value }) => value))
  return [...wanted, ...field.choices.filter(({ value }) => !values.has(value))]
}

/** A field that no post has yet. Shown, not folded away: somebody took the trouble to name it. */
function unseen({ key, fields, datePattern }: ConfiguredField, habit: FieldHabit): FieldSchema {
  return {
    key,
    label: labelOf(key),
    kind: fields.length > 0 ? 'object' : 'text',
    choices: [],
    isOneOrList: false,
    share: 0,
    isRequired: false,
    isRare: false,
    group: null,
    hint: null,
    default: null,
    habit: { ...habit, datePattern: datePattern ?? habit.datePattern },
    origins: {},
    fields: [],
  }
}

/** How the fields beside a new one are written. */
function usualHabit(fields: readonly FieldSchema[]): FieldHabit {
  const habits = fields.map(({ habit }) => habit)
  const lists = fields.filter(({ kind }) => kind === 'list').map(({ habit }) => habit.list)
  return {
    quotes: mostFrequent(habits.map(({ quotes }) => quotes)) ?? commonHabit.quotes,
    list: mostFrequent(lists) ?? commonHabit.list,
    datePattern: habits.find(({ datePattern }) => datePattern !== null)?.datePattern ?? null,
    words: habits.find(({ words }) => words !== null)?.words ?? null,
  }
}
