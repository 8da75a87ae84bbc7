// RTF's bytes → its signs: groups, control words, bytes, text. Nothing is known here of what they mean.

export type Token =
  | { readonly kind: 'open' | 'close' }
  | { readonly kind: 'word'; readonly word: string; readonly value: number | undefined }
  /** A control symbol, such as `~` or `*`. */
  | { readonly kind: 'symbol'; readonly symbol: string }
  /** A letter written as `\'e9`. */
  | { readonly kind: 'byte'; readonly byte: number }
  | { readonly kind: 'text'; readonly from: number; readonly to: number }

const open: Token = { kind: 'open' }
const close: Token = { kind: 'close' }

export function* tokensOf(bytes: Uint8Array): Generator<Token> {
  let at = 0
  while (at < bytes.length) {
    const byte = bytes[at] ?? 0
    if (byte === 0x7b || byte === 0x7d) {
      at++
      yield byte === 0x7b ? open : close
    } else if (byte === 0x5c) {
      const { token, next } = control(bytes, at + 1)
      at = next
      if (token !== undefined) yield token
    } else if (byte === 0x0a || byte === 0x0d || byte === 0) at++
    else {
      const from = at
      while (at < bytes.length && !isSign(bytes[at] ?? 0)) at++
      yield { kind: 'text', from, to: at }
    }
  }
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
  let at = start
  while (isLetter(bytes[at] ?? 0) && at - start < 40) at++
  const word = String.fromCharCode(...bytes.subarray(start, at))
  const digits = at
  if (bytes[at] === 0x2d) at++
  while (isDigit(bytes[at] ?? 0) && at - digits < 12) at++
  const written = String.fromCharCode(...bytes.subarray(digits, at))
  const value = /\d/.test(written) ? Number(written) : undefined
  if (value === undefined) at = digits
  // One space ends a control word and is part of it.
  if (bytes[at] === 0x20) at++
  // Raw bytes follow, which may hold any sign.
  if (word === 'bin') return { token: undefined, next: at + Math.max(value ?? 0, 0) }
  return { token: { kind: 'word', word, value }, next: at }
}

function isLetter(byte: number): boolean {
  return (byte >= 0x61 && byte <= 0x7a) || (byte >= 0x41 && byte <= 0x5a)
}

function isDigit(byte: number): boolean {
  return byte >= 0x30 && byte <= 0x39
}
