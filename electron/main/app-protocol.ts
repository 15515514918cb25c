import { protocol } from 'electron'
import type { Ports } from '#services/ports'
import { scheme } from './addresses'
import { type AnswerSources, answerRequest } from './answer-request'

/** Gives `app:` the standing of `https:`. Must be called before Electron is ready. */
export function registerAppScheme(): void {
  protocol.registerSchemesAsPrivileged([
    { scheme, privileges: { standard: true, secure: true, supportFetchAPI: true, codeCache: true } },
  ])
}

/** Serves `app://galley/…` from `sources`. Nothing else has an address, and every answer carries its policy. */
export function serveApp(sources: AnswerSources, log: Ports['log']): void {
  protocol.handle(scheme, async (request) => {
    try {
      const { status, headers, body } = await answerRequest(request, sources)
      return new Response(new Uint8Array(body), { status, headers })
    } catch (error) {
      log({ level: 'error', message: `${request.url} could not be answered`, error })
      return new Response('Something went wrong inside Galley.', { status: 500 })
    }
  })
}
