import { expect, test } from 'vitest'
import { buildSign, localAddress, plainText, printedAddress } from '#shared/site/serve/server-output'

test('colours, links and cursor moves of a terminal are no part of a line', () => {
  const start = '\u001b'
  expect(
    plainText(
      `${start}[1m${start}[36mLocal:${start}[39m  ${start}]8;;x\u0007http://a${start}]8;;\u0007\u0008`,
    ),
  ).toBe('Local:  http://a')
})

test.each([
  [
    'Web Server is available at http://localhost:1313/sub/ (bind address 127.0.0.1)',
    'http://localhost:1313',
    '/sub/',
  ],
  ['    Server address: http://127.0.0.1:4000/', 'http://127.0.0.1:4000', '/'],
  ['  ┃ Local    http://localhost:\u001b[1m4321\u001b[22m/', 'http://localhost:4321', '/'],
  ['[11ty] Server at http://localhost:8080/', 'http://localhost:8080', '/'],
  ['INFO  Hexo is running at http://localhost:4000/ . Press Ctrl+C to stop.', 'http://localhost:4000', '/'],
  ['Serving HTTP on 0.0.0.0 port 8000 (http://0.0.0.0:8000/) ...', 'http://127.0.0.1:8000', '/'],
  ['see http://example.org:1/ or http://[::1]:3000', 'http://[::1]:3000', '/'],
])('%s', (line, origin, path) => {
  expect(printedAddress(line)).toEqual({ origin, path })
})

test.each([
  'http://example.org:4000/',
  'http://127.0.0.1:4000@example.org:80/',
  'http://localhost.example.org:4000/',
  'http://localhost@example.org:4000/',
  'http://127.0.0.1.example.org:4000/',
  'http://127.0.0.256:4000/',
  'http://192.168.1.5:4321/',
  'http://localhost/',
  'http://localhost:0/',
  'http://localhost:99999/',
  'https://localhost:4000/',
  'http://localhost:4000\\@example.org/',
  'ftp://localhost:4000/',
  'http://%6cocalhost:4000/',
  'http://2130706433:4000/',
])('%s is no address on this machine that can be shown', (written) => {
  expect(localAddress(written)).toBeNull()
  expect(printedAddress(`at ${written}`)).toBeNull()
})

test('a line tells how the build goes', () => {
  const lines = {
    'Change detected, rebuilding site.': 'building',
    'Total in 12 ms': 'built',
    'ERROR 2024/05/06 render of "page" failed': 'failed',
    '  Liquid Exception: Liquid syntax error (line 3)': 'failed',
    '                    done in 0.03 seconds.': 'built',
    'GET /posts/error-handling/ 200': null,
  }
  expect(Object.keys(lines).map(buildSign)).toEqual(Object.values(lines))
})
