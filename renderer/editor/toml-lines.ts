import type { StreamParser, StringStream } from '@codemirror/language'
import { toml } from '@codemirror/legacy-modes/mode/toml'

type State = typeof toml extends StreamParser<infer S> ? S : never

/** TOML, also where a string holds what JavaScript takes for the end of a line, such as the `\r` of a file that mixes endings. */
export const tomlLines: StreamParser<State> = {
  ...toml,
  token(stream: StringStream, state: State) {
    // the mode waits for ever for its `.` to match one of these
    if (stream.sol()) stream.string = stream.string.replace(/[\r\u2028\u2029]/g, ' ')
    return toml.token(stream, state)
  },
}
