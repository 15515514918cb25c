import type {
  ConfigurationFile,
  ConfiguredCollection,
  ConfiguredField,
  FormConfiguration,
} from '#shared/site/forms/configuration'

/** The fields by key, each with the values of its settings and `fields` where it has some. */
export function valuesOf(fields: readonly ConfiguredField[]): Record<string, Record<string, unknown>> {
  return Object.fromEntries(
    fields.map(({ key, settings, fields: inner }) => [
      key,
      {
        ...Object.fromEntries(Object.entries(settings).map(([name, { value }]) => [name, value])),
        ...(inner.length === 0 ? {} : { fields: valuesOf(inner) }),
      },
    ]),
  )
}

/** Where the settings of a field come from, as `file:line`. */
export function originsOf({ settings }: ConfiguredField): Record<string, string> {
  return Object.fromEntries(
    Object.entries(settings).map(([name, { origin }]) => [name, `${origin.file}:${origin.line}`]),
  )
}

/** The problems as `file:line sentence`. */
export function problemsOf({ problems }: Pick<FormConfiguration, 'problems'>): readonly string[] {
  return problems.map(({ origin, message }) => `${origin.file}:${origin.line} ${message}`)
}

/** The only collection; throws where there are more or none. */
export function onlyCollection({ collections }: FormConfiguration): ConfiguredCollection {
  const [first, ...others] = collections
  if (first === undefined || others.length > 0) throw new Error(`${collections.length} collections`)
  return first
}

/** The field of that key; throws where there is none. */
export function fieldNamed(fields: readonly ConfiguredField[], key: string): ConfiguredField {
  const field = fields.find((one) => one.key === key)
  if (field === undefined) throw new Error(`no field ${key}`)
  return field
}

/** A configuration file without the line break that a template text begins with. */
export function file(path: string, text: string): ConfigurationFile {
  return { path, text: text.replace(/^\n/, '') }
}
