import { copyFile, mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { repositoryFile } from '../../helpers/repository-root'

const rows = Array.from({ length: 17 }, (_, index) => `<li role="option">Post ${index + 1}</li>`).join('\n')

const listPage = `<!doctype html><meta charset="utf-8"><title>Bare list</title>
<ul role="listbox">${rows}</ul>
`
const editorPage = `<!doctype html><meta charset="utf-8"><title>Bare editor</title>
<button>Open</button><script type="module" src="page.js"></script>
`

/** Writes the pages that Galley is compared with into `folder`: a static list, and CodeMirror behind a button with the text of `post`. */
export async function makeBareSite(folder: string, post: string): Promise<void> {
  const { build } = await import('esbuild')
  await mkdir(folder, { recursive: true })
  await writeFile(join(folder, 'list.html'), listPage)
  await writeFile(join(folder, 'editor.html'), editorPage)
  await copyFile(post, join(folder, 'post.md'))
  await build({
    entryPoints: [repositoryFile('test/bench/bare/page.ts')],
    outdir: folder,
    bundle: true,
    splitting: true,
    minify: true,
    format: 'esm',
    logLevel: 'warning',
  })
}
