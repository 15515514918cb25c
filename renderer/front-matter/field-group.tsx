import { useMemo, useState } from 'react'
import type { FieldSchema } from '#shared/contract/field'
import type { Field, FieldPath } from '#shared/front-matter/front-matter'
import { frontMatterStrings } from '../strings/front-matter'
import { Button } from '../ui/button'
import { arrangeFields, type FormEntry } from './arrange-fields'
import styles from './field.module.css'
import { FieldRow } from './field-row'
import type { FormPort } from './form-port'

type RowsProps = {
  readonly form: FormPort
  readonly parent: FieldPath
  readonly entries: readonly FormEntry[]
  readonly schemas: readonly FieldSchema[]
  readonly depth: number
}

// a form is made for tens of fields; thousands at once would keep the window busy for seconds
const rowsAtOnce = 400

/** Rows of fields, in the order given; past 400 they come on demand. */
export function FieldRows({ form, parent, entries, schemas, depth }: RowsProps) {
  const [limit, setLimit] = useState(rowsAtOnce)
  const hiddenCount = Math.max(0, entries.length - limit)
  return (
    <div className={styles.fields}>
      {entries.slice(0, limit).map(({ key, nth, field, schema }) => (
        <FieldRow
          // the post, too: what is typed here must not turn up in another one
          key={`${form.path} ${nth} ${key}`}
          form={form}
          parent={parent}
          name={key}
          nth={nth}
          field={field}
          schema={schema}
          siblings={schemas}
          depth={depth}
        />
      ))}
      {hiddenCount === 0 ? null : (
        <Button onPress={() => setLimit(limit + rowsAtOnce)}>
          {frontMatterStrings.showMore(hiddenCount)}
        </Button>
      )}
    </div>
  )
}

type FieldGroupProps = Omit<RowsProps, 'entries'> & { readonly fields: readonly Field[] }

/** The fields of a map inside another one: all of them, in the collection's order. */
export function FieldGroup({ fields, ...props }: FieldGroupProps) {
  const entries = useMemo(() => {
    const { sections, more } = arrangeFields(fields, props.schemas)
    return [...sections.flatMap((section) => section.entries), ...more]
  }, [fields, props.schemas])
  return <FieldRows {...props} entries={entries} />
}
