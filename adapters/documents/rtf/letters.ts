// Decodes RTF's bytes by the code page of the font in which they are written.

/** The upper halves of two MS-DOS code pages that no library here knows. */
const dos: Readonly<Record<number, string>> = {
  437: 'ÇüéâäàåçêëèïîìÄÅÉæÆôöòûùÿÖÜ¢£¥₧ƒáíóúñÑªº¿⌐¬½¼¡«»░▒▓│┤╡╢╖╕╣║╗╝╜╛┐└┴┬├─┼╞╟╚╔╩╦╠═╬╧╨╤╥╙╘╒╓╫╪┘┌█▄▌▐▀αßΓπΣσµτΦΘΩδ∞φε∩≡±≥≤⌠⌡÷≈°∙·√ⁿ²■\xa0',
  850: 'ÇüéâäàåçêëèïîìÄÅÉæÆôöòûùÿÖÜø£Ø×ƒáíóúñÑªº¿®¬½¼¡«»░▒▓│┤ÁÂÀ©╣║╗╝¢¥┐└┴┬├─┼ãÃ╚╔╩╦╠═╬¤ðÐÊËÈıÍÎÏ┘┌█▄¦Ì▀ÓßÔÒõÕµþÞÚÛÙýÝ¯´\xad±‗¾¶§÷¸°¨·¹³²■\xa0',
}

const charsets: Readonly<Record<number, number>> = {
  0: 1252,
  77: 10000,
  128: 932,
  129: 949,
  134: 936,
  136: 950,
  161: 1253,
  162: 1254,
  163: 1258,
  177: 1255,
  178: 1256,
  186: 1257,
  204: 1251,
  222: 874,
  238: 1250,
  254: 437,
  255: 850,
}

const named: Readonly<Record<number, string>> = {
  874: 'windows-874',
  932: 'shift_jis',
  936: 'gbk',
  949: 'euc-kr',
  950: 'big5',
  10000: 'macintosh',
  10007: 'x-mac-cyrillic',
  20866: 'koi8-r',
  65001: 'utf-8',
  54936: 'gb18030',
}

/** The code page of a font's character set; the document's own where the font does not say. */
export function pageOf(charset: number | undefined, usual: number): number {
  return charset === undefined ? usual : (charsets[charset] ?? usual)
}

const decoders = new Map<number, TextDecoder>()

export function decode(bytes: readonly number[], page: number): string {
  const table = dos[page]
  if (table !== undefined)
    return bytes.map((byte) => (byte < 0x80 ? String.fromCharCode(byte) : table.charAt(byte - 0x80))).join('')
  const decoder = decoders.get(page) ?? new TextDecoder(labelOf(page))
  decoders.set(page, decoder)
  return decoder.decode(Uint8Array.from(bytes))
}

/** Whether a character may take two bytes, of which the second can look like plain text. */
export function isWide(page: number): boolean {
  return [932, 936, 949, 950, 54936].includes(page)
}

function labelOf(page: number): string {
  return named[page] ?? (page >= 1250 && page <= 1258 ? `windows-${page}` : 'windows-1252')
}
