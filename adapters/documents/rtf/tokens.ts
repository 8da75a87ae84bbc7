// RTF's bytes → its tokens: groups, control words, bytes, text. Their meaning is not known here.

export type Token =
  | { readonly kind: 'open' | 'close' }
  | { readonly kind: 'word'; readonly word: string; readonly value: number | undefined }
  /** A control symbol, such as `~` or `*`. */
  | { readonly kind: 'symbol'; readonly symbol: string }
  /** A character written as `\'e9`. */
  | { readonly kind: 'byte'; readonly byte: number }
  | { readonly kind: 'text'; readonly from: number; readonly to: number }

const open: Token = { kind: 'open' }
const close: Token = { kind: 'close' }

export function* tokensOf(bytes: Uint8Array): Generator<Token> {
  let at = 0
  while (at < bytes.length) {
    const { token, next } = oneToken(bytes, at)
    at = next
    if (token !== undefined) yield token
  }
}

function oneToken(bytes: Uint8Array, at: number): Control {
  switch (bytes[at]) {
    case 0x7b:
      return { token: open, next: at + 1 }
    case 0x7d:
      return { token: close, next: at + 1 }
    case 0x5c:
      return control(bytes, at + 1)
    // Line ends only keep the file's lines short.
    case 0x0a:
    case 0x0d:
    case 0:
      return { token: undefined, next: at + 1 }
    default:
      return text(bytes, at)
  }
}

function text(bytes: Uint8Array, from: number): Control {
  let to = from
  while (to < bytes.length && !isSign(bytes[to] ?? 0)) to++
  return { token: { kind: 'text', from, to }, next: to }
}

function isSign(byte: number): boolean {
  return byte === 0x7b || byte === 0x7d || byte === 0x5c || byte === 0x0a || byte === 0x0d || byte === 0
}

interface Control {
  readonly token: Token | undefined
  readonly next: number
}

function control(bytes: Uint8Array, at: number): Control {
  const byte = bytes[at]
  if (byte === undefined) return { token: undefined, next: at }
  if (isLetter(byte)) return controlWord(bytes, at)
  if (byte === 0x27) {
    const written = String.fromCharCode(bytes[at + 1] ?? 0, bytes[at + 2] ?? 0)
    if (!/^[0-9a-f]{2}$/i.test(written)) return { token: undefined, next: at + 1 }
    return { token: { kind: 'byte', byte: Number.parseInt(written, 16) }, next: at + 3 }
  }
  return { token: { kind: 'symbol', symbol: String.fromCharCode(byte) }, next: at + 1 }
}

function controlWord(bytes: Uint8Array, start: number): Control {
  const digits = pastAll(bytes, start, isLetter)
  const word = String.fromCharCode(...bytes.subarray(start, digits))
  const end = pastAll(bytes, bytes[digits] === 0x2d ? digits + 1 : digits, isDigit)
  const written = String.fromCharCode(...bytes.subarray(digits, end))
  const value = /\d/.test(written) ? Number(written) : undefined
  const at = value === undefined ? digits : end
  // One space ends a control word and belongs to it.
  const next = bytes[at] === 0x20 ? at + 1 : at
  // Raw bytes follow, which may have any value.
  if (word === 'bin') return { token: undefined, next: next + Math.max(value ?? 0, 0) }
  return { token: { kind: 'word', word, value }, next }
}

const longest = 40

function pastAll(bytes: Uint8Array, start: number, isOne: (byte: number) => boolean): number {
  let at = start
  while (at < bytes.length && at - start < longest && isOne(bytes[at] ?? 0)) at++
  return at
}

function isLetter(byte: number): boolean {
  return (byte >= 0x61 && byte <= 0x7a) || (byte >= 0x41 && byte <= 0x5a)
}

function isDigit(byte: number): boolean {
  return byte >= 0x30 && byte <= 0x39
}
