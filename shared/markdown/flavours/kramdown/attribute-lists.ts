import { plainName } from './patterns'

/** What stands between the braces of `{: …}`: attributes, and names of lists defined elsewhere or of features such as `toc`. */
export type AttributeList = { readonly names: string[]; readonly attributes: Map<string, string> }

const item = new RegExp(
  `(?:^|\\s)(?:(${plainName})=(?:"((?:\\\\\\}|\\\\"|[^}"])*)"|'((?:\\\\\\}|\\\\'|[^}'])*)')|(${plainName})|((?:#[A-Za-z][\\w:-]*|\\.[^\\s.#]+)+))(?=\\s|$)`,
  'g',
)
const idOrClass = /#([A-Za-z][\w:-]*)|\.([^\s.#]+)/g

/** A list without anything. */
export function emptyAttributeList(): AttributeList {
  return { names: [], attributes: new Map() }
}

/** Sets an attribute; classes are added to those that are there. */
export function setAttribute(attributes: Map<string, string>, name: string, value: string): void {
  const before = name === 'class' ? attributes.get(name) : undefined
  attributes.set(name, before === undefined ? value : `${before} ${value}`.trimStart())
}

/** Reads the text between the braces into `list`. What is none of an attribute list's parts is skipped. */
export function readAttributeList(text: string, list: AttributeList): void {
  for (const [, key, double, single, name, marks] of text.matchAll(item)) {
    if (name !== undefined) list.names.push(name)
    else if (key !== undefined) {
      const value = double?.replace(/\\([}"])/g, '$1') ?? single?.replace(/\\([}'])/g, '$1') ?? ''
      list.attributes.set(key, value)
    } else {
      for (const [, id, className] of (marks ?? '').matchAll(idOrClass)) {
        if (id !== undefined) list.attributes.set('id', id)
        else setAttribute(list.attributes, 'class', className ?? '')
      }
    }
  }
}

/** A list read from the text between its braces. */
export function attributeListOf(text: string): AttributeList {
  const list = emptyAttributeList()
  readAttributeList(text, list)
  return list
}

/** Finds a list that was given a name, as text; undefined when there is none. */
export type NamedLists = (name: string) => string | undefined

/** Sets on `attributes` what `list` says, the lists it names first. */
export function applyAttributeList(
  list: AttributeList,
  attributes: Map<string, string>,
  named: NamedLists,
): void {
  for (const name of list.names) {
    const text = named(name)
    if (text === undefined) continue
    for (const [key, value] of attributeListOf(text).attributes) setAttribute(attributes, key, value)
  }
  for (const [key, value] of list.attributes) setAttribute(attributes, key, value)
}

/** A list as it would stand between braces. */
export function attributeListText(list: AttributeList): string {
  const values = [...list.attributes].map(([key, value]) => `${key}="${value.replace(/[}"]/g, '\\$&')}"`)
  return [...list.names, ...values].join(' ')
}
