/** Galley's own page without the desk that it lies on in the preview: for files and for paper. */
export const paperStyle = `
html { background: #fff; }
body { padding: 0; }
.galley-page { min-height: 0; box-shadow: none; }
`

/** How any page is printed: all of it, and nothing broken that a reader would want whole. */
export const printStyle = `
@page { margin: 18mm 16mm; }
@media print {
  html, body { background: #fff; }
  body { padding: 0; }
  .galley-page { max-width: none; padding: 0; }
  pre { white-space: pre-wrap; overflow: visible; }
  h1, h2, h3, h4, h5, h6 { break-after: avoid; }
  img, figure, tr, blockquote { break-inside: avoid; }
}
`
