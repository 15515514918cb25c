/** Hugo's own shortcodes as its 0.111 has them, and `details` of later ones: gohugo.io/content-management/shortcodes. */
export const builtInTemplates: { readonly [name: string]: string } = {
  figure: `<figure{{ with .Get "class" }} class="{{ . }}"{{ end }}>
{{- if .Get "link" -}}<a href="{{ .Get "link" }}"{{ with .Get "target" }} target="{{ . }}"{{ end }}{{ with .Get "rel" }} rel="{{ . }}"{{ end }}>{{- end -}}
<img src="{{ .Get "src" }}"
{{- if or (.Get "alt") (.Get "caption") }} alt="{{ with .Get "alt" }}{{ . }}{{ else }}{{ .Get "caption" | markdownify | plainify }}{{ end }}"{{- end -}}
{{- with .Get "width" }} width="{{ . }}"{{ end -}}
{{- with .Get "height" }} height="{{ . }}"{{ end -}} />
{{- if .Get "link" }}</a>{{ end -}}
{{- if or (or (.Get "title") (.Get "caption")) (.Get "attr") -}}<figcaption>
{{ with (.Get "title") -}}<h4>{{ . }}</h4>{{- end -}}
{{- if or (.Get "caption") (.Get "attr") -}}<p>{{- .Get "caption" | markdownify -}}
{{- with .Get "attrlink" }} <a href="{{ . }}">{{- end -}}
{{- .Get "attr" | markdownify -}}
{{- if .Get "attrlink" }}</a>{{ end }}</p>{{- end }}
</figcaption>{{- end }}
</figure>
`,
  youtube: `
{{- $id := .Get "id" | default (.Get 0) -}}
<div style="position: relative; padding-bottom: 56.25%; height: 0; overflow: hidden;">
<iframe src="https://www.youtube.com/embed/{{ $id }}{{ if eq (.Get "autoplay") "true" }}?autoplay=1{{ end }}" style="position: absolute; top: 0; left: 0; width: 100%; height: 100%; border:0;" allowfullscreen title="{{ .Get "title" | default "YouTube Video" }}"></iframe>
</div>
`,
  vimeo: `
{{- $id := .Get "id" | default (.Get 0) -}}
<div style="position: relative; padding-bottom: 56.25%; height: 0; overflow: hidden;">
<iframe src="https://player.vimeo.com/video/{{ $id }}" style="position: absolute; top: 0; left: 0; width: 100%; height: 100%; border:0;" title="{{ .Get "title" | default "vimeo video" }}" webkitallowfullscreen mozallowfullscreen allowfullscreen></iframe>
</div>
`,
  gist: `<script type="application/javascript" src="https://gist.github.com/{{ .Get 0 }}/{{ .Get 1 }}.js{{ if .Get 2 }}?file={{ .Get 2 }}{{ end }}"></script>
`,
  details: `<details{{ with .Get "class" }} class="{{ . }}"{{ end }}{{ with .Get "name" }} name="{{ . }}"{{ end }}{{ if eq (.Get "open") "true" }} open{{ end }}>
<summary>{{ .Get "summary" | default "Details" | markdownify }}</summary>
{{ .Inner | markdownify }}
</details>
`,
}

/** Shortcodes of Hugo's own that ask the network or draw a picture: their box names the address. */
export const remoteShortcodes: { readonly [name: string]: (first: string, user: string) => string } = {
  instagram: (id) => `https://www.instagram.com/p/${id}/`,
  instagram_simple: (id) => `https://www.instagram.com/p/${id}/`,
  tweet: (id, user) => `https://twitter.com/${user || 'i'}/status/${id}`,
  twitter: (id, user) => `https://twitter.com/${user || 'i'}/status/${id}`,
  twitter_simple: (id, user) => `https://twitter.com/${user || 'i'}/status/${id}`,
  x: (id, user) => `https://x.com/${user || 'i'}/status/${id}`,
  x_simple: (id, user) => `https://x.com/${user || 'i'}/status/${id}`,
  youtube_simple: (id) => `https://www.youtube.com/watch?v=${id}`,
  vimeo_simple: (id) => `https://vimeo.com/${id}`,
}
