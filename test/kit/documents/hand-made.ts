// PDFs written by hand, in shapes that no proper program writes.
import { deflateSync } from 'node:zlib'

export interface Stream {
  readonly dictionary: string
  readonly body: Buffer
}

/** A PDF of one page that shows `content`; `further` objects are numbered from 10. */
export function handMadePdf(content: Stream, further: readonly (string | Stream)[] = []): Uint8Array {
  const objects: (readonly [number, string | Stream])[] = [
    [1, '<< /Type /Catalog /Pages 2 0 R >>'],
    [2, '<< /Type /Pages /Kids [3 0 R] /Count 1 >>'],
    [
      3,
      '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> /XObject << /I1 10 0 R >> >> >>',
    ],
    [4, content],
    [5, '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>'],
    ...further.map((each, index) => [10 + index, each] as const),
  ]
  const parts: Buffer[] = [Buffer.from('%PDF-1.7\n')]
  const places = new Map<number, number>()
  for (const [number, value] of objects) {
    places.set(number, Buffer.concat(parts).length)
    parts.push(Buffer.from(`${number} 0 obj\n`))
    if (typeof value === 'string') parts.push(Buffer.from(value))
    else
      parts.push(
        Buffer.from(`<< ${value.dictionary} /Length ${value.body.length} >>\nstream\n`),
        value.body,
        Buffer.from('\nendstream'),
      )
    parts.push(Buffer.from('\nendobj\n'))
  }
  const start = Buffer.concat(parts).length
  const entries = [...places].map(([number, at]) => `${number} 1\n${String(at).padStart(10, '0')} 00000 n \n`).join('')
  parts.push(
    Buffer.from(
      `xref\n0 1\n0000000000 65535 f \n${entries}trailer\n<< /Size 20 /Root 1 0 R >>\nstartxref\n${start}\n%%EOF\n`,
    ),
  )
  return new Uint8Array(Buffer.concat(parts))
}

export const plainStream = (text: string): Stream => ({ dictionary: '', body: Buffer.from(text) })

/** A stream of `size` zero bytes, compressed once or twice. */
export function bombStream(size: number, times: 1 | 2 = 1): Stream {
  const once = deflateSync(Buffer.alloc(size), { level: 1 })
  if (times === 1) return { dictionary: '/Filter /FlateDecode', body: once }
  return { dictionary: '/Filter [/FlateDecode /FlateDecode]', body: deflateSync(once) }
}

/** A PDF of one picture without text. */
export function scannedPdf(): Uint8Array {
  const picture: Stream = {
    dictionary: '/Type /XObject /Subtype /Image /Width 8 /Height 8 /ColorSpace /DeviceGray /BitsPerComponent 8',
    body: Buffer.alloc(64, 200),
  }
  return handMadePdf(plainStream('q 595 0 0 842 0 0 cm /I1 Do Q'), [picture])
}
