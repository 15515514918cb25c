import { expect, test } from 'vitest'
import { withoutCodeInfo } from '#shared/markdown/code-info'
import type { FlavourId } from '#shared/markdown/flavours/flavour'
import { renderBody } from '#shared/markdown/render'

test.each([
  [
    'hugo',
    '```go {linenos=table,hl_lines=[2]}\na\n```',
    '<code class="language-go" data-code-info="{linenos=table,hl_lines=[2]}">',
  ],
  ['python-markdown', '```python hl_lines="1 2"\na\n```', 'data-code-info="hl_lines=&quot;1 2&quot;"'],
  ['hexo', '``` js caption mark:1,3\na\n```', 'data-code-info="mark:1,3"'],
] as const)(
  '%s keeps for the highlighter what stands behind a fence, and the published HTML has none of it',
  (flavour: FlavourId, body, kept) => {
    const html = renderBody(body, flavour)
    expect(html).toContain(kept)
    expect(withoutCodeInfo(html)).not.toContain('data-code-info')
    expect(withoutCodeInfo(html)).toContain('<code class="language-')
  },
)

test('words that look alike stay', () => {
  const html =
    '<p>&lt;code data-code-info="x"</p><pre><code>&lt;code class="a" data-code-info="x"&gt;</code></pre>'
  expect(withoutCodeInfo(html)).toBe(html)
})
