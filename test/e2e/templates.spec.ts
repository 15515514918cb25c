import { mkdir, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { expect, test, withinThePage } from './app'
import { openPost, postText, previewOf } from './post-window'
import { removeFolder, temporaryFolder } from './temporary-blog'

/** Opens a site made of `files` in a window of its own. */
const siteTest = test.extend<{
  openSite: (files: Readonly<Record<string, string>>) => Promise<import('@playwright/test').Page>
}>({
  openSite: async ({ openApp }, use) => {
    const folders: string[] = []
    await use(async (files) => {
      const folder = await temporaryFolder()
      folders.push(folder)
      for (const [path, text] of Object.entries(files)) {
        await mkdir(dirname(join(folder, path)), { recursive: true })
        await writeFile(join(folder, path), text)
      }
      return (await openApp({ folder })).page
    })
    for (const folder of folders) await removeFolder(folder)
  },
})

const jekyll = {
  '_config.yml': 'title: Tide Tables\nbaseurl: /tides\n',
  '_includes/figure.html':
    '<figure><img src="{{ include.src | relative_url }}" alt="{{ include.alt }}"><figcaption>{{ include.caption }}</figcaption></figure>',
  '_posts/2024-01-05-low-water.md': '---\ntitle: Low water\n---\nIt ebbs.\n',
  '_posts/2024-02-06-high-water.md': `---
title: High water
---
On {{ site.title | upcase }}: {{ page.title }}. After [low water]({% post_url 2024-01-05-low-water %}).

{% include figure.html src="/pier.png" alt="The pier" caption="The pier at noon" %}

{% highlight js %}
ebb(1)
{% endhighlight %}

{% tide_table harbour=north %}

Last words.
`,
}

siteTest(
  'Jekyll: tags show what they stand for, one that stops the build says so, and all follows what is typed',
  async ({ openSite }) => {
    const page = await openSite(jekyll)
    await openPost(page, 'High water')
    const preview = previewOf(page)
    await expect(preview.getByText('On TIDE TABLES: High water. After low water.')).toBeVisible()
    await expect(preview.getByRole('link', { name: 'low water' })).toHaveAttribute(
      'href',
      '/tides/2024/01/05/low-water.html',
    )
    await expect(preview.getByRole('figure').getByText('The pier at noon')).toBeVisible()
    await expect(preview.locator('figure.highlight code')).toContainText('ebb(1)')
    const box = preview
      .getByRole('note')
      .filter({ hasText: 'Jekyll stops its build here: unknown tag “tide_table”.' })
    await expect(box).toContainText('{% tide_table harbour=north %}')
    await page.keyboard.type('{{ "now" | upcase }} ')
    await expect(preview.getByText('NOW On TIDE TABLES')).toBeVisible()
    await page.getByRole('textbox', { name: 'Title' }).fill('Spring tide')
    await expect(preview.getByText('On TIDE TABLES: Spring tide.')).toBeVisible()
    await expect(postText(page)).toContainText('{{ page.title }}')
    await page.getByRole('button', { name: /^Shown as/ }).click()
    await page.getByRole('menuitemradio', { name: 'Feed' }).click()
    const feed = page.getByRole('region', { name: 'Feed' })
    await expect(feed).toContainText('NOW On TIDE TABLES: Spring tide. After low water.')
  },
)

const hugo = {
  'hugo.toml': 'baseURL = "https://shore.example/"\n',
  'layouts/shortcodes/note.html':
    '<aside class="note"><b>{{ .Get "title" }}</b>{{ .Inner | markdownify }}</aside>',
  'layouts/shortcodes/weather.html': '{{ range .Site.Pages }}{{ .Title }}{{ end }}',
  'content/posts/one.md': '---\ntitle: First walk\ndate: 2024-01-05\n---\nWords.\n',
  'content/posts/two.md': `---
title: Second walk
date: 2024-02-06
---
After [the first]({{< ref "one.md" >}}).

{{< note title="Mind" >}}Some *wet* stones{{< /note >}}

{{< youtube abc123 >}}

{{< weather place="north" >}}
`,
}

siteTest(
  'Hugo: its own shortcodes and simple ones of the site are put in, others are boxes; nothing is loaded',
  async ({ openSite }) => {
    const page = await openSite(hugo)
    const asked: string[] = []
    page.on('request', (request) => asked.push(request.url()))
    await openPost(page, 'Second walk')
    const preview = previewOf(page)
    await expect(preview.getByRole('link', { name: 'the first' })).toHaveAttribute(
      'href',
      'https://shore.example/posts/one/',
    )
    await expect(preview.getByRole('complementary')).toContainText('MindSome wet stones')
    await expect(preview.getByRole('note').filter({ hasText: 'www.youtube.com' })).toContainText(
      'embed/abc123',
    )
    await expect(
      preview.getByRole('note').filter({ hasText: 'The template of “weather” is not run here.' }),
    ).toContainText('place="north"')
    expect(asked.filter((url) => /youtube|shore\.example/.test(url))).toEqual([])
  },
)

const hexo = {
  '_config.yml': 'title: Boats\npermalink: :year/:month/:day/:title/\n',
  'package.json': '{"hexo":{"version":"7.0.0"},"dependencies":{"hexo":"^7.0.0"}}',
  'source/_posts/paper.md': '---\ntitle: Paper boats\ndate: 2024-03-04 10:00:00\n---\nFold.\n',
  'source/_posts/wood.md': `---
title: Wooden boats
date: 2024-04-05 10:00:00
---
{% blockquote A Sailor, The Log %}
Keep *dry*.
{% endblockquote %}

See {% post_link paper %}.

{% mermaid %}
graph
{% endmermaid %}
`,
}

siteTest(
  'Hexo: tag plug-ins of its own are put in, those of the site are boxes with what they hold',
  withinThePage,
  async ({ openSite }) => {
    const page = await openSite(hexo)
    await openPost(page, 'Wooden boats')
    const preview = previewOf(page)
    await expect(preview.getByRole('blockquote')).toContainText('Keep dry.')
    await expect(preview.getByRole('blockquote')).toContainText('A Sailor')
    await expect(preview.getByRole('link', { name: 'Paper boats' })).toHaveAttribute(
      'href',
      '/2024/03/04/paper/',
    )
    const box = preview.getByRole('note').filter({ hasText: '“mermaid” is not a tag of Hexo itself' })
    await expect(box).toContainText('{% mermaid %}')
    await expect(preview.getByText('graph')).toBeVisible()
  },
)
