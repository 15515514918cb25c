import fc from 'fast-check'
import type { FlavourId } from '#shared/markdown/flavours/flavour'
import type { TemplateValues } from '#shared/markdown/templates/document-renderer'

const liquid = [
  ...[
    '{% assign a = "x,y" | split: "," %}',
    '{{ a | join: "-" }}',
    '{{ page.title }}',
    '{{ title }}',
    '{{ nope }}',
  ],
  ...[
    '{% for i in a %}\n* {{ i }}\n{% endfor %}\n',
    '{% for i in (1..3) %}',
    '{% endfor %}',
    '{% if title %}',
  ],
  ...['{% if page.n > 2 %}', '{% else %}', '{% endif %}', '{% raw %}', '{% endraw %}', '{% comment %}'],
  ...[
    '{% endcomment %}',
    '{% highlight js %}\nx < y\n{% endhighlight %}\n',
    '{% include fig.html src="/a.png" %}',
  ],
  ...[
    '{% include "note.html" %}',
    '{% include nowhere.html %}',
    '{% nope 1 %}\n',
    '{%- ',
    ' -%}',
    '{{',
    '}}',
    '}',
  ],
  ...[
    '{%',
    '%}',
    '{% capture c %}',
    '{% endcapture %}',
    '{{ c }}',
    '{{ site.posts }}',
    '{{ collections.all }}',
  ],
  ...['{% case page.n %}{% when 3 %}three{% endcase %}', '{% post_url 2020-01-01-one %}', '{% break %}'],
]

const hugo = [
  ...[
    '{{< figure src="/a.png" title="T" >}}\n',
    '{{< youtube abc >}}\n\n',
    '{{< ref "one.md" >}}',
    '{{< nope >}}',
  ],
  ...[
    '{{% note %}}\nSome *text*\n{{% /note %}}\n',
    '{{< note >}}',
    '{{< /note >}}',
    '{{% note %}}',
    '{{% /note %}}',
  ],
  ...[
    '{{</* figure */>}}',
    '{{%/* x */%}}',
    '{{< highlight go "linenos=table" >}}\nx\n{{< /highlight >}}\n',
    '{{<',
  ],
  ...[
    '>}}',
    '{{%',
    '%}}',
    '{{< box "a" b=1 >}}',
    '{{< param n >}}',
    '`{{< nope >}}`',
    '[a]({{< relref "one.md" >}})',
  ],
]

const hexo = [
  ...[
    '{% blockquote A, B %}\nQuoted *text*\n{% endblockquote %}\n',
    '{% codeblock lang:js %}\nx\n{% endcodeblock %}\n',
  ],
  ...[
    '{% nope %}',
    '{% quote %}',
    '{% endquote %}',
    '{% raw %}',
    '{% endraw %}',
    '{{ title }}',
    '{{',
    '}}',
    '{%',
    '%}',
  ],
  ...[
    '{# note #}',
    '{#',
    '#}',
    '{% post_link one %}',
    '{% img /a.png 10 "T" %}',
    '`{% nope %}`',
    '```\n{% x %}\n```\n',
  ],
  ...[
    '<!-- more -->\n',
    '{% youtube abc %}\n',
    '{% pullquote left %}\nx\n{% endpullquote %}\n',
    '{% if title %}',
    '{% endif %}',
  ],
]

const markdown = [
  '# Title\n\n',
  'Words *here*.\n\n',
  '- one\n- two\n\n',
  '```js\ncode\n```\n\n',
  '\n',
  '\n\n',
  'text ',
  '<div>',
  '</div>\n',
  '> quote\n',
]

/** Pieces of a flavour's template language, whole tags and halves. */
export function templatePieces(flavour: FlavourId): readonly string[] {
  if (flavour === 'hugo-unsafe') return hugo
  return flavour === 'hexo' ? hexo : liquid
}

/** Small documents made of tags and Markdown. */
export function templateDocuments(flavour: FlavourId): fc.Arbitrary<string> {
  return fc
    .array(fc.constantFrom(...templatePieces(flavour), ...markdown), { maxLength: 24 })
    .map((parts) => parts.join(''))
}

/** A site that knows some of what the documents ask for. */
export function templateValues(flavour: FlavourId): TemplateValues {
  const isHugo = flavour === 'hugo-unsafe'
  return {
    page: { title: 'A & b', n: 3, tags: ['x', 'y'] },
    context: {
      isSite: true,
      hasOwnTags: true,
      hasForeignFiles: false,
      site: { title: 'Site', baseurl: '/b', url: 'https://example.org' },
      files: isHugo
        ? { note: '<div class="note">{{ .Inner }}</div>', box: '<b>{{ .Get 0 }}</b>' }
        : {
            'fig.html':
              '<figure><img src="{{ include.src }}">\n{% if include.alt %}{{ include.alt }}{% endif %}</figure>',
            'note.html': 'A note of {{ title }}',
          },
      pages: [
        {
          path: isHugo ? 'content/posts/one.md' : '_posts/2020-01-01-one.md',
          address: '/one/',
          title: 'One',
        },
      ],
    },
  }
}
