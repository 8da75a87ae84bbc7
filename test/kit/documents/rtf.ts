// Makes RTF files for tests as Word writes them, with the printed number before each numbered paragraph.

const head =
  '{\\rtf1\\ansi\\ansicpg1252\\deff0{\\fonttbl{\\f0\\fswiss\\fcharset0 Arial;}{\\f1\\fswiss\\fcharset204 Arial Cyr;}' +
  '{\\f2\\fmodern\\fcharset128 MS Mincho;}{\\f3\\ftech\\fcharset2 Symbol;}}' +
  '{\\stylesheet{\\ql Normal;}{\\s1\\outlinelevel0\\b\\fs32\\sbasedon0 heading 1;}{\\s2\\outlinelevel1\\sbasedon0 heading 2;}' +
  '{\\s3\\outlinelevel2\\sbasedon0 heading 3;}{\\s5\\sbasedon1 House Heading;}{\\s6\\sbasedon0 Title;}{\\s7 toc 1;}' +
  '{\\*\\cs10 Default Paragraph Font;}}'

export function rtf(body: string, more = ''): Uint8Array {
  return Buffer.from(`${head}${more}${body}}`, 'latin1')
}

/** Escapes all characters outside ASCII, and those that RTF reserves. */
export function escaped(text: string): string {
  return Array.from(text.replace(/[\\{}]/g, '\\$&'))
    .map((sign) => (sign === '\n' ? '\\line ' : sign < '\u0080' ? sign : unicode(sign)))
    .join('')
}

function unicode(sign: string): string {
  return Array.from({ length: sign.length }, (_, at) => `\\u${(sign.charCodeAt(at) << 16) >> 16} ?`).join('')
}

/** A paragraph with control words for its format, and its printed label. */
export function p(text: string, { words = '', label = '' } = {}): string {
  const printed = label === '' ? '' : `{\\listtext\\pard\\plain ${escaped(label)}\\tab}`
  return `\\pard\\plain${words} ${printed}${escaped(text)}\\par\n`
}

export function tbl(rows: readonly (readonly string[])[]): string {
  return rows
    .map((cells) => {
      const edges = cells.map((_, at) => `\\cellx${(at + 1) * 1000}`).join('')
      const inside = cells.map((cell) => `\\pard\\plain\\intbl ${escaped(cell)}\\cell`).join('\n')
      return `\\trowd${edges}${inside}\\row\n`
    })
    .join('')
}
