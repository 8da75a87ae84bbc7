// Checks a PDF's compressed streams before pdf.js does: pdf.js unpacks whatever it is given and cannot be interrupted
// meanwhile.
import { inflateSync } from 'node:zlib'

export interface GuardLimits {
  /** Bytes of one unpacked stream. A page's text takes some kilobytes, its largest photograph about 40 MB. */
  readonly stream: number
  readonly together: number
}

const generous: GuardLimits = { stream: 120_000_000, together: 600_000_000 }

/** Whether a stream, or all of them together, unpack to more than the limits. */
export function holdsBomb(bytes: Uint8Array, limits: GuardLimits = generous): boolean {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  let together = 0
  for (const { packed, times } of packedStreams(file)) {
    const size = unpackedSize(packed, times, limits.stream)
    if (size === 'too-large') return true
    together += size
    if (together > limits.together) return true
  }
  return false
}

/** Streams with FlateDecode; `times` is 2 where it was applied twice. */
function* packedStreams(file: Buffer): Generator<{ packed: Buffer; times: number }> {
  let at = file.indexOf('stream')
  while (at !== -1) {
    const begin = at + 'stream'.length
    const isEnd = at >= 3 && file.toString('latin1', at - 3, at) === 'end'
    if (isEnd) {
      at = file.indexOf('stream', begin)
      continue
    }
    const end = file.indexOf('endstream', begin)
    const times = countFlate(file, at)
    if (times > 0) yield { packed: skipBreak(file.subarray(begin, end === -1 ? undefined : end)), times }
    at = end === -1 ? -1 : file.indexOf('stream', end + 'endstream'.length)
  }
}

/** How often the dictionary before a stream says FlateDecode. */
function countFlate(file: Buffer, at: number): number {
  const before = file.toString('latin1', Math.max(0, at - 2000), at)
  const dictionary = before.slice(before.lastIndexOf(' obj') + 1)
  const filter = /\/(?:Filter|F)\s*(\[[^\]]*\]|\/\w+)/.exec(dictionary)?.[1] ?? ''
  return filter.match(/\/Fl(?:ateDecode)?\b/g)?.length ?? 0
}

function skipBreak(stream: Buffer): Buffer {
  if (stream[0] === 0x0d && stream[1] === 0x0a) return stream.subarray(2)
  return stream[0] === 0x0a || stream[0] === 0x0d ? stream.subarray(1) : stream
}

function unpackedSize(packed: Buffer, times: number, limit: number): number | 'too-large' {
  let rest = packed
  for (let time = 0; time < times; time++) {
    try {
      rest = inflateSync(rest, { maxOutputLength: limit })
    } catch (error) {
      if (error instanceof RangeError) return 'too-large'
      // Cut off, encrypted or with another filter: pdf.js will say what is wrong.
      return rest.length
    }
  }
  return rest.length
}
