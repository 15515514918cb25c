import type { FieldSchema } from '../../contract/field'
import { labelOf } from '../label'

const fewestMembers = 3

/**
 * Fields with the group that their keys name: at least three that stand together and begin with the same word before a `_`, `-`, `.` or `:`, as
 * `og_title`, `og_image`, `og_type` do. All others have none. `fields` are in their usual order.
 */
export function withGroups(fields: readonly FieldSchema[]): FieldSchema[] {
  const groups = new Map<string, string>()
  let run: string[] = []
  const settle = (): void => {
    const prefix = prefixOf(run[0] ?? '')
    if (prefix !== null && run.length >= fewestMembers)
      for (const key of run) groups.set(key, labelOf(prefix))
    run = []
  }
  for (const { key } of fields) {
    if (prefixOf(key) !== prefixOf(run[0] ?? '')) settle()
    run.push(key)
  }
  settle()
  return fields.map((field) => ({ ...field, group: groups.get(field.key) ?? null }))
}

function prefixOf(key: string): string | null {
  return /^(\p{L}[\p{L}\p{N}]*)[_.:-]./u.exec(key)?.[1]?.toLowerCase() ?? null
}
