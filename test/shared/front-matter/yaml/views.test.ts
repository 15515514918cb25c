import { expect, test } from 'vitest'
import { sameTree } from '#shared/front-matter/view-tree'
import { parseYamlBlock } from '#shared/front-matter/yaml/block'
import { readViews, viewOfDocument } from '#shared/front-matter/yaml/views'
import { nastyTexts, oneOf, plainSources, seededRandom } from '../nasty-values'
import { randomYamlPost } from '../random-posts'

/** A block of generated lines, with plain values that the schemas take for different things. */
function randomBlock(seed: number): string {
  const random = seededRandom(seed)
  const { text } = randomYamlPost(random)
  const lines = text.split(/\r?\n/).slice(1)
  const end = lines.findIndex((line) => line === '---' || line === '...')
  const odd = Array.from({ length: 3 }, (_, index) => {
    const source = oneOf(random, random() < 0.5 ? plainSources : nastyTexts)
    return source.includes('\n') ? `odd${index}:` : `odd${index}: ${source}`
  })
  return [...lines.slice(0, end), ...odd].join('\n')
}

test('resolving one composed document under each schema reads what composing it under each does', () => {
  let compared = 0
  for (let seed = 1; seed <= 600; seed++) {
    const parsed = parseYamlBlock(randomBlock(seed))
    if (parsed.kind === 'unreadable') continue
    const views = readViews(parsed.block)
    for (const [name, schema] of [
      ['failsafe', 'failsafe'],
      ['yaml-1.1', 'yaml-1.1'],
      ['yaml-1.2', 'core'],
    ] as const) {
      const [fast, slow] = [views[name], viewOfDocument(schema, parsed.block)]
      const isSame = fast === null || slow === null ? fast === slow : sameTree(fast, slow)
      expect([isSame, name, isSame ? '' : parsed.block.source]).toEqual([true, name, ''])
      compared++
    }
  }
  expect(compared).toBeGreaterThan(600)
})
