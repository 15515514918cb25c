import Plus from 'lucide-react/dist/esm/icons/plus.mjs'
import { useId, useRef, useState } from 'react'
import type { FieldSchema } from '#shared/contract/field'
import type { Field, FieldValue } from '#shared/front-matter/front-matter'
import { frontMatterStrings } from '../strings/front-matter'
import { Button } from '../ui/button'
import { newItems } from './new-field'
import type { PartsProps } from './object-field'
import styles from './object-field.module.css'
import { ObjectItem } from './object-item'

const cardsAtOnce = 100
const noSchemas: readonly FieldSchema[] = []

/** A list of maps: a card for each, which opens to its fields and is moved by its buttons or by Alt and an arrow key. */
export function ObjectListField({ label, field, schema, form, depth, describedBy, onEdit }: PartsProps) {
  const id = useId()
  const cards = useRef<HTMLDivElement>(null)
  const [limit, setLimit] = useState(cardsAtOnce)
  const [open, setOpen] = useState<ReadonlySet<number>>(new Set())
  const schemas = schema?.fields ?? noSchemas
  const items = field.value.kind === 'list' ? field.value.items : []
  const hiddenCount = Math.max(0, items.length - limit)
  const { path } = field

  const focusCard = (index: number, part = 'summary') =>
    requestAnimationFrame(() => {
      const card = cards.current?.children[index]
      const target = card?.querySelector<HTMLElement>(`[data-part="${part}"]`)
      ;(target ?? cards.current?.closest('fieldset')?.querySelector<HTMLElement>('[data-add-item]'))?.focus()
    })
  const add = () => {
    const values = newItems(schemas, keysOf(items[0]))
    if (!onEdit(...values.map((value) => ({ kind: 'append', path, value }) as const))) return
    setLimit(Math.max(limit, items.length + 1))
    setOpen(new Set([...open, items.length]))
    focusCard(items.length)
  }
  const remove = (index: number) => {
    if (!onEdit({ kind: 'remove-item', path, index })) return
    const kept = [...open].filter((other) => other !== index)
    setOpen(new Set(kept.map((other) => (other > index ? other - 1 : other))))
    focusCard(Math.max(0, Math.min(index, items.length - 2)))
  }
  const move = (from: number, to: number, part: string) => {
    if (to < 0 || to >= items.length || !onEdit({ kind: 'move-item', path, from, to })) return
    setOpen(new Set([...open].map((index) => (index === from ? to : index === to ? from : index))))
    focusCard(to, part)
  }

  return (
    <fieldset className={styles.object} aria-labelledby={id} aria-describedby={describedBy}>
      <div className={styles.head}>
        <span id={id} className={styles.name}>
          {label}
        </span>
        <Button kind="bare" isDisabled={form.isReadOnly} data-add-item="" onPress={add}>
          <Plus size={14} aria-hidden="true" />
          {frontMatterStrings.addItem(label)}
        </Button>
      </div>
      <div ref={cards} className={styles.cards}>
        {items.slice(0, limit).map((item, index) => (
          <ObjectItem
            // biome-ignore lint/suspicious/noArrayIndexKey: items have no name; drafts belong to their text
            key={index}
            form={form}
            list={path}
            index={index}
            count={items.length}
            entries={entriesOf(item)}
            schemas={schemas}
            depth={depth}
            isOpen={open.has(index)}
            onOpen={(isOpen) =>
              setOpen(new Set(isOpen ? [...open, index] : [...open].filter((other) => other !== index)))
            }
            onMove={(to, part) => move(index, to, part)}
            onRemove={() => remove(index)}
          />
        ))}
      </div>
      {hiddenCount === 0 ? null : (
        <Button onPress={() => setLimit(limit + cardsAtOnce)}>
          {frontMatterStrings.showMore(hiddenCount)}
        </Button>
      )}
    </fieldset>
  )
}

function entriesOf(item: FieldValue): readonly Field[] {
  return item.kind === 'map' ? item.entries : []
}

function keysOf(item: FieldValue | undefined): readonly string[] {
  return item?.kind === 'map' ? item.entries.map(({ key }) => key) : []
}
