import { expect, test } from 'vitest'
import { throughChunks } from '../../../renderer/preview/site/child-selectors'

const reach = (list: string) =>
  throughChunks(list, (selector) => /(?:^|\s)\.post$/.test(selector), ':where(.chunk)')

test.each([
  ['.post > p', '.post > p, .post > :where(.chunk) > p'],
  ['main > .post > h2 + p', 'main > .post > h2 + p, main > .post > :where(.chunk) > h2 + p'],
  ['a, .post>p', 'a, .post>p, .post> :where(.chunk) >p'],
  ['.other > p', '.other > p'],
  [':is(.post > p, a) b', ':is(.post > p, a) b'],
  ['.post[title="a > b, c"] > p', '.post[title="a > b, c"] > p'],
])('%s', (list, reaching) => expect(reach(list)).toBe(reaching))
