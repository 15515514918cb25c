import { expect, test } from 'vitest'
import { createIncrementalRenderer } from '#shared/markdown/incremental'
import { renderBody } from '#shared/markdown/render'
import { firstDifference } from '../../../../helpers/compare-html'

// what Hexo 8.1.2 with hexo-renderer-marked 7.0.1 made of each
test.each([
  ['a quotation mark behind asterisks that mean nothing closes', '，**"引号"**吗', '<p>，**”引号”**吗</p>'],
  ['behind asterisks that mean something it opens', '**"a"** b', '<p><strong>“a”</strong> b</p>'],
  [
    'a label with an address in it is a label',
    '[http://a.b/c](http://a.b/c)',
    '<p><a href="http://a.b/c">http://a.b/c</a></p>',
  ],
  [
    'a host is in lower case, a path is escaped',
    '[a](http://A.b/c%20d?e=%3Af)',
    '<p><a href="http://a.b/c%20d?e=:f">a</a></p>',
  ],
  [
    'a fence behind a quotation mark ends where another stands',
    '> ```js\n> a\n> ```\n\nb',
    '<blockquote><figure class="highlight"><pre><code class="language-js">a</code></pre></figure></blockquote><p>b</p>',
  ],
  [
    'the indentation that all lines share is taken off code',
    '```\n  a\n    b\n```',
    '<figure class="highlight"><pre>a\n  b</pre></figure>',
  ],
  [
    'a caption may have a link',
    '```js app.js https://a.b/c Source\na\n```',
    '<figure class="highlight js"><figcaption><span>app.js</span><a href="https://a.b/c">Source</a></figcaption><pre>a</pre></figure>',
  ],
  ['text with a line like code is no underlined heading', 'a\n    b\n===', '<p>a<br>b<br>===</p>'],
  [
    'a line that begins with a colon describes the one before',
    'Term\n: What it is',
    '<dl><dt>Term</dt><dd>What it is</dd></dl>',
  ],
  [
    'an id is made of a character reference as written',
    '# a &middot; b',
    '<h1 id="a-middot-b"><a href="#a-middot-b" class="headerlink" title="a · b"></a>a · b</h1>',
  ],
  [
    'what looks like a tag that is never closed is not part of an id',
    '# What `<!a` and `<!b` do',
    '<h1 id="What"><a href="#What" class="headerlink" title="What &lt;!a and &lt;!b do"></a>What <code>&lt;!a</code> and <code>&lt;!b</code> do</h1>',
  ],
  [
    'a name that every object has is taken before',
    '# constructor',
    '<h1 id="constructor-NaN"><a href="#constructor-NaN" class="headerlink" title="constructor"></a>constructor</h1>',
  ],
  ['tildes strike through up to the next ones', '~2.5 KB (~13%)', '<p><del>2.5 KB (</del>13%)</p>'],
  [
    'a line’s end before a link’s is none',
    '[![a](/b.png)\n](/c)',
    '<p><a href="/c"><img src="/b.png" alt="a"> </a></p>',
  ],
  [
    'a fence may have backticks in what it says',
    '```a``` b\nc\n```',
    '<figure class="highlight"><figcaption><span>b</span></figcaption><pre>c</pre></figure>',
  ],
  [
    'a backslash before a letter is one, and a quotation mark behind them closes',
    'a “b\\nc” \\n"x" \\\\"y" C:\\path\\"a"\n',
    '<p>a “b\\nc” \\n”x” \\“y” C:\\path"a”</p>',
  ],
  [
    'a question mark that nothing follows is no part of an address',
    '[a](http://b.c/d?)\n',
    '<p><a href="http://b.c/d">a</a></p>',
  ],
])('hexo: %s', (_what, markdown, expected) => {
  expect(firstDifference(expected, renderBody(markdown, 'hexo'))).toBeNull()
})

test('hexo: a fence closed far below changes the block that it begins in', () => {
  const open = `- \`\`\`js\n  a\n\n${'text\n\n'.repeat(2000)}`
  const renderer = createIncrementalRenderer(open, 'hexo')
  const closed = `${open}\`\`\`\n`
  renderer.apply([{ from: open.length, to: open.length, insert: '```\n' }], closed)
  expect(renderer.html()).toBe(renderBody(closed, 'hexo'))
  expect(renderer.html()).toContain('<figure class="highlight">')
})

test('hexo: a link in a description follows its definition', () => {
  const renderer = createIncrementalRenderer('[a]\n: b\n\n[a]: /x\n', 'hexo')
  const body = '[a]\n: b\n\n[a]: /y\n'
  renderer.apply([{ from: 15, to: 16, insert: 'y' }], body)
  expect(renderer.html()).toBe(renderBody(body, 'hexo'))
})
