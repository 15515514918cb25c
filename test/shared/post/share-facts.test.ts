import { expect, test } from 'vitest'
import { readFrontMatter } from '#shared/front-matter/read'
import { shareFacts } from '#shared/post/share-facts'
import { valuesOfFields } from '#shared/post/values-of-fields'

const factsOf = (yaml: string) => shareFacts(valuesOfFields(readFrontMatter(`---\n${yaml}\n---\n\nText\n`)))

test.each([
  ['description: Short\nimage: /a.png', 'Short', '/a.png'],
  ['Summary: "Two\\nlines"', 'Two lines', null],
  ['cover:\n  image: b.jpg\n  alt: x', null, 'b.jpg'],
  ['heroImage:\n  src: ./c.png', null, './c.png'],
  ['images:\n  - d.png\n  - e.png', null, 'd.png'],
  ['header:\n  teaser: t.png', null, 't.png'],
  ['image: ~\ncover: f.png', null, 'f.png'],
  ['image: 2018', null, '2018'],
  ['title: x', null, null],
])('%s', (yaml, description, image) => {
  expect(factsOf(yaml)).toEqual({ description, image })
})
