import { type Answer, answerWithText, guardHeaders } from './answer'
import { livePolicy } from './content-policies'

/** Where the page lies that holds the frame of a site's own server. */
export const livePath = '/live.html'

const html = `<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8" />
    <meta name="referrer" content="no-referrer" />
    <title>Live page</title>
    <style>html, body { height: 100%; margin: 0; overflow: hidden; }</style>
  </head>
  <body></body>
</html>
`

/**
 * Answers a request for `/live.html?blog=…`: an empty page of the interface's own, which runs nothing and may frame one origin, that of the
 * blog's own server as it runs now. The interface puts the frame in. It is not kept: another run has another origin.
 */
export function answerLivePage(query: string, originOf: (blog: string) => string | null): Answer {
  const origin = originOf(new URLSearchParams(query).get('blog') ?? '')
  if (origin === null) return answerWithText(404, 'The site’s own server is not running.')
  return {
    status: 200,
    headers: {
      ...guardHeaders,
      'Content-Type': 'text/html; charset=utf-8',
      'Content-Security-Policy': livePolicy(origin),
      'Cache-Control': 'no-store',
    },
    body: new TextEncoder().encode(html),
  }
}
