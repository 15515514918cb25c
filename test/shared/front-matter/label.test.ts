import { expect, test } from 'vitest'
import { labelOf } from '#shared/front-matter/label'

test.each([
  ['published_on', 'Published on'],
  ['pubDate', 'Pub date'],
  ['header-img', 'Header img'],
  ['SEO_title', 'SEO title'],
  ['Title', 'Title'],
  ['été', 'Été'],
  ['_', '_'],
])('the label of %s is %s', (key, label) => expect(labelOf(key)).toBe(label))
