// Reads the pixels of a PNG, as far as our own icons need: eight bits per channel, no interlacing.
import { inflateSync } from 'node:zlib'

export interface Picture {
  readonly width: number
  readonly height: number
  /** Whether it has an alpha channel. */
  readonly alpha: boolean
  /** Red, green, blue and opacity, each from 0 to 255; opacity is 255 without an alpha channel. */
  at(x: number, y: number): readonly [number, number, number, number]
}

export function readPng(png: Buffer): Picture {
  const header = png.subarray(16, 29)
  const [width, height] = [header.readUInt32BE(0), header.readUInt32BE(4)]
  const [bits, kind, , , interlaced] = header.subarray(8)
  if (bits !== 8 || (kind !== 2 && kind !== 6) || interlaced !== 0) throw new Error('a kind of PNG not read here')
  const size = kind === 6 ? 4 : 3
  const pixels = unfilter(inflateSync(dataOf(png)), { row: width * size, size })
  return {
    width,
    height,
    alpha: kind === 6,
    at: (x, y) => {
      const [red = 0, green = 0, blue = 0, opacity = 255] = pixels.subarray((y * width + x) * size).subarray(0, size)
      return [red, green, blue, opacity]
    },
  }
}

function dataOf(png: Buffer): Buffer {
  const parts: Buffer[] = []
  for (let at = 8; at < png.length; at += 12 + png.readUInt32BE(at)) {
    if (png.toString('latin1', at + 4, at + 8) === 'IDAT')
      parts.push(png.subarray(at + 8, at + 8 + png.readUInt32BE(at)))
  }
  return Buffer.concat(parts)
}

/**
 * Each row begins with its filter type, and its bytes are differences from neighbouring bytes to the left and above.
 */
function unfilter(data: Buffer, { row, size }: { row: number; size: number }): Buffer {
  const rows = data.length / (row + 1)
  const out = Buffer.alloc(rows * row)
  for (let y = 0; y < rows; y++) {
    const filter = data[y * (row + 1)]
    for (let x = 0; x < row; x++) {
      const left = x < size ? 0 : (out[y * row + x - size] ?? 0)
      const above = y === 0 ? 0 : (out[(y - 1) * row + x] ?? 0)
      const corner = x < size || y === 0 ? 0 : (out[(y - 1) * row + x - size] ?? 0)
      const guess = [0, left, above, (left + above) >> 1, nearest(left, above, corner)][filter ?? 0] ?? 0
      out[y * row + x] = ((data[y * (row + 1) + 1 + x] ?? 0) + guess) & 255
    }
  }
  return out
}

/** The Paeth predictor of the PNG specification. */
function nearest(left: number, above: number, corner: number): number {
  const guess = left + above - corner
  const [toLeft, toAbove, toCorner] = [Math.abs(guess - left), Math.abs(guess - above), Math.abs(guess - corner)]
  if (toLeft <= toAbove && toLeft <= toCorner) return left
  return toAbove <= toCorner ? above : corner
}
