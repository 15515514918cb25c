// The Encoding Standard's two classes: in every runtime that this code meets, yet in none of ECMAScript's type libraries.

declare class TextDecoder {
  constructor(label?: string, options?: { fatal?: boolean; ignoreBOM?: boolean })
  decode(input: Uint8Array): string
}

declare class TextEncoder {
  encode(input: string): Uint8Array
}
