// The bytes of a web page → its text, in the encoding that it names, or the one that fits.

/** Byte-order mark, then what the page says, then UTF-8 where it is valid, then what Windows writes. */
export function decodePage(bytes: Uint8Array): string {
  const marked = markOf(bytes)
  if (marked !== undefined) return new TextDecoder(marked).decode(bytes)
  const named = namedEncoding(bytes)
  for (const label of [named, 'utf-8'])
    if (label !== undefined) {
      const text = decodeStrictly(bytes, label)
      if (text !== undefined) return text
    }
  return new TextDecoder('windows-1252').decode(bytes)
}

function markOf([one, two, three]: Uint8Array): string | undefined {
  if (one === 0xef && two === 0xbb && three === 0xbf) return 'utf-8'
  if (one === 0xff && two === 0xfe) return 'utf-16le'
  return one === 0xfe && two === 0xff ? 'utf-16be' : undefined
}

function namedEncoding(bytes: Uint8Array): string | undefined {
  const head = Buffer.from(bytes.subarray(0, 4096)).toString('latin1')
  const label =
    /<meta\b[^>]{0,400}?charset\s*=\s*["']?\s*([\w:-]+)/i.exec(head)?.[1] ??
    /^\s*<\?xml[^>]{0,200}?encoding\s*=\s*["']([\w:-]+)/i.exec(head)?.[1]
  // A page that can be read byte by byte is not in UTF-16, whatever it says.
  return label === undefined || /^utf-?16/i.test(label) ? undefined : label
}

function decodeStrictly(bytes: Uint8Array, label: string): string | undefined {
  try {
    return new TextDecoder(label, { fatal: true }).decode(bytes)
  } catch {
    return undefined
  }
}
