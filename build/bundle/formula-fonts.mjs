/**
 * Takes the fonts for old browsers out of KaTeX' style sheet: the two hosts' browsers read WOFF2, and the others would be a third of the package.
 *
 * @type {import('vite').Plugin}
 */
export const formulaFonts = {
  name: 'galley-formula-fonts',
  enforce: 'pre',
  transform(code, id) {
    if (!/\/katex\/dist\/katex(?:\.min)?\.css(?:\?|$)/.test(id)) return null
    return code.replace(/,\s*url\([^)]*\.(?:woff|ttf)\)\s*format\("[a-z]+"\)/g, '')
  },
}
