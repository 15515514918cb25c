import { expect, test } from 'vitest'
import { renderBody } from '#shared/markdown/render'

const render = (body: string, math: boolean) => renderBody(body, { flavour: 'astro', options: { math } })

test('with remark-math what stands between dollars is no Markdown', () => {
  expect(render('Inline $a_1 * b_2 * c \\, "d"$ and `$x$`.', true)).toBe(
    '<p>Inline $a_1 * b_2 * c \\, &quot;d&quot;$ and <code>$x$</code>.</p>\n',
  )
  expect(render('$$\n\\int_0^1 x_1 * y_1 * z\n$$\n\nAfter.', true)).toContain('\\int_0^1 x_1 * y_1 * z')
})

test('without it it is', () => {
  expect(render('Inline $a*b*c$.', false)).toBe('<p>Inline $a<em>b</em>c$.</p>\n')
})
