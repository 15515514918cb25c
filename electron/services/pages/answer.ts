import type { FailureCode } from '#shared/contract/failure'

/** What a host answers to a request for a page or a file, whatever it travels by. `body` is empty for nothing. */
export type Answer = {
  readonly status: number
  readonly headers: Readonly<Record<string, string>>
  readonly body: Uint8Array
}

/** On every answer: the type is not guessed, no address leaks, and no other origin embeds or opens it. */
export const guardHeaders = {
  'X-Content-Type-Options': 'nosniff',
  'Referrer-Policy': 'no-referrer',
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Resource-Policy': 'same-origin',
} as const

/** An answer that is a sentence for whoever looks. */
export function answerWithText(
  status: number,
  text: string,
  headers: Readonly<Record<string, string>> = {},
): Answer {
  return {
    status,
    headers: { ...guardHeaders, 'Content-Type': 'text/plain; charset=utf-8', ...headers },
    body: new TextEncoder().encode(`${text}\n`),
  }
}

/** The HTTP status that says the same as a failure's code. */
export function statusOf(code: FailureCode): number {
  switch (code) {
    case 'invalid-request':
      return 400
    case 'refused':
    case 'outside-blog':
    case 'permission-denied':
    case 'untrusted':
      return 403
    case 'not-found':
    case 'not-a-folder':
      return 404
    case 'too-large':
      return 413
    default:
      return 500
  }
}
