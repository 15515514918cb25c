import { readFile } from 'node:fs/promises'
import { expect, test } from 'vitest'
import { repositoryFile } from '../../../helpers/repository-root'

const css = await readFile(repositoryFile('renderer/preview/code.css'), 'utf8')

function luminance(colour: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const part = Number.parseInt(colour.slice(at, at + 2), 16) / 255
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4
  })
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue
}

function contrast(one: string, other: string): number {
  const [dark = 0, light = 0] = [luminance(one), luminance(other)].toSorted((a, b) => a - b)
  return (light + 0.05) / (dark + 0.05)
}

const colours = [...css.matchAll(/\n\.code-(\w+) \{([^}]*)\}/g)].flatMap(([, name = '', rule = '']) => {
  const colour = /(?:^|\s)color: (#\w{6})/.exec(rule)?.[1]
  const background = /background: (#\w{6})/.exec(rule)?.[1]
  return colour === undefined ? [] : [{ name, colour, background }]
})

test('there are colours for what code is made of', () => {
  expect(colours.map(({ name }) => name)).toEqual(
    expect.arrayContaining(['keyword', 'string', 'number', 'comment', 'name', 'addition', 'deletion']),
  )
})

test.each(colours)(
  '$name can be read on paper, on the paper of code and on a marked line',
  ({ colour, background }) => {
    const papers = background === undefined ? ['#ffffff', '#f7f8fa', '#fdf3cd'] : [background]
    for (const paper of papers) expect(contrast(colour, paper), paper).toBeGreaterThanOrEqual(4.5)
  },
)
