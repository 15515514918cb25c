import { promisify } from 'node:util'
import { gzip } from 'node:zlib'
import type { Answer } from '#services/pages/answer'
import { answerInterfaceFile } from '#services/pages/interface-file'

const compress = promisify(gzip)

/** Smaller answers gain nothing. */
const minCompressedBytes = 1024
const compressible = /^(?:text\/|application\/json|image\/svg)/

/** Answers for the interface's files, compressed for those who take it. */
export type StaticFiles = {
  readonly answer: (
    pathname: string,
    policy: string,
    given: { readonly acceptEncoding: string | undefined; readonly withRemoteMedia: boolean },
  ) => Promise<Answer>
}

/**
 * Serves the interface from `folder`. Compressed scripts and styles are kept by their name when that name changes with their
 * content: over a tunnel from another machine the first load counts.
 */
export function createStaticFiles(folder: string): StaticFiles {
  const compressed = new Map<string, Promise<Uint8Array>>()

  function compressOnce(pathname: string, answer: Answer): Promise<Uint8Array> {
    if (!answer.headers['Cache-Control']?.includes('immutable')) return compress(answer.body)
    const known = compressed.get(pathname) ?? compress(answer.body)
    compressed.set(pathname, known)
    return known
  }

  return {
    async answer(pathname, policy, { acceptEncoding = '', withRemoteMedia }) {
      const answer = await answerInterfaceFile(folder, pathname, policy, withRemoteMedia)
      const isWorthIt =
        answer.body.byteLength >= minCompressedBytes &&
        compressible.test(answer.headers['Content-Type'] ?? '') &&
        /\bgzip\b/.test(acceptEncoding)
      if (!isWorthIt) return answer
      return {
        ...answer,
        headers: { ...answer.headers, 'Content-Encoding': 'gzip', Vary: 'Accept-Encoding' },
        body: await compressOnce(pathname, answer),
      }
    },
  }
}
