import { jsonLanguage } from './json/json-language'
import type { Language } from './language'
import { pelicanLanguage } from './pelican/pelican-language'
import { tomlLanguage } from './toml/toml-language'
import { yamlLanguage } from './yaml/yaml-language'

/** Every language that front matter is written in. */
export const languages: Readonly<Record<'yaml' | 'toml' | 'json' | 'pelican', Language>> = {
  yaml: yamlLanguage,
  toml: tomlLanguage,
  json: jsonLanguage,
  pelican: pelicanLanguage,
}
