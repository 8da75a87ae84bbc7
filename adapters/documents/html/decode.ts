// Decodes the bytes of a web page in the encoding that it names, or in the one that fits.
import { decodeAny, decodeStrictly, markOf } from '../windows.ts'

/**
 * A byte-order mark first, then the page's own statement where its bytes are valid in that encoding, then whatever
 * fits.
 */
export function decodePage(bytes: Uint8Array): string {
  const named = markOf(bytes) === undefined ? namedEncoding(bytes) : undefined
  return (named === undefined ? undefined : decodeStrictly(bytes, named)) ?? decodeAny(bytes)
}

function namedEncoding(bytes: Uint8Array): string | undefined {
  const head = Buffer.from(bytes.subarray(0, 4096)).toString('latin1')
  const label =
    /<meta\b[^>]{0,400}?charset\s*=\s*["']?\s*([\w:-]+)/i.exec(head)?.[1] ??
    /^\s*<\?xml[^>]{0,200}?encoding\s*=\s*["']([\w:-]+)/i.exec(head)?.[1]
  // A page that can be read byte by byte is not in UTF-16, whatever it says.
  return label === undefined || /^utf-?16/i.test(label) ? undefined : label
}
