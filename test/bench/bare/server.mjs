import { readFile } from 'node:fs/promises'
import { createServer } from 'node:http'
import { extname, join } from 'node:path'

/** The least that a web host can be: files of one folder, on a free port of the loopback. Prints its address. */
const folder = process.argv[2] ?? '.'
const types = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript',
  '.md': 'text/plain; charset=utf-8',
}

const server = createServer(async (request, response) => {
  const name = new URL(request.url ?? '/', 'http://bare').pathname.slice(1) || 'list.html'
  try {
    const content = await readFile(join(folder, name))
    response
      .writeHead(200, { 'content-type': types[extname(name)] ?? 'application/octet-stream' })
      .end(content)
  } catch {
    response.writeHead(404).end()
  }
})
server.listen(0, '127.0.0.1', () => console.log(`http://127.0.0.1:${server.address().port}/`))
