import { numberOf, type ProgramValue, printed, truth, unknown } from './program-value'

/** What `!`, `-` or `+` before a value gives. */
export function unary(sign: string, value: ProgramValue): ProgramValue {
  if (value === unknown) return unknown
  if (sign === '!') return truth(value) === false
  const number = numberOf(value)
  if (number === null || (sign !== '-' && sign !== '+')) return unknown
  return sign === '-' ? -number : number
}

/** What an operator between two values gives. */
export function combined(sign: string, left: ProgramValue, right: ProgramValue): ProgramValue {
  if (left === unknown || right === unknown) return unknown
  if (/^[!=]==?$/.test(sign)) return isSame(left, right, sign.length === 3) !== sign.startsWith('!')
  if (sign === '+' && (typeof left === 'string' || typeof right === 'string')) {
    const [start, end] = [printed(left), printed(right)]
    return typeof start === 'symbol' || typeof end === 'symbol' ? unknown : start + end
  }
  if (typeof left === 'string' && typeof right === 'string' && /^[<>]=?$/.test(sign))
    return compared(sign, left, right)
  const [start, end] = [numberOf(left), numberOf(right)]
  if (start === null || end === null) return unknown
  switch (sign) {
    case '+':
      return start + end
    case '-':
      return start - end
    case '*':
      return start * end
    case '/':
      return start / end
    case '%':
      return start % end
    default:
      return /^[<>]=?$/.test(sign) ? compared(sign, start, end) : unknown
  }
}

function compared<Value extends string | number>(sign: string, left: Value, right: Value): boolean {
  if (sign === '<') return left < right
  if (sign === '<=') return left <= right
  return sign === '>' ? left > right : left >= right
}

function isSame(left: ProgramValue, right: ProgramValue, isStrict: boolean): boolean {
  if (left === right) return true
  if (isStrict) return false
  return (left === null || left === undefined) && (right === null || right === undefined)
}

/** A regular expression as it is written, between slashes. */
export function patternOf(text: string): ProgramValue {
  const end = text.lastIndexOf('/')
  return { type: 'pattern', source: text.slice(1, end), flags: text.slice(end + 1) }
}
