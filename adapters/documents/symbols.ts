// Characters of symbol fonts, which have code points of their own: Word's bullets, ticks and arrows.

const symbol: Readonly<Record<number, string>> = {
  0x2d: '−',
  0x61: 'α',
  0x62: 'β',
  0x67: 'γ',
  0x64: 'δ',
  0x6d: 'μ',
  0x70: 'π',
  0x73: 'σ',
  0xa3: '≤',
  0xa5: '∞',
  0xab: '↔',
  0xac: '←',
  0xad: '↑',
  0xae: '→',
  0xaf: '↓',
  0xb0: '°',
  0xb1: '±',
  0xb3: '≥',
  0xb4: '×',
  0xb7: '•',
  0xb8: '÷',
  0xb9: '≠',
  0xbb: '≈',
  0xbc: '…',
  0xd2: '®',
  0xd3: '©',
  0xd4: '™',
  0xd6: '√',
  0xde: '⇒',
}
const wingdings: Readonly<Record<number, string>> = {
  0x22: '✂',
  0x28: '☎',
  0x2a: '✉',
  0x46: '☞',
  0x4a: '☺',
  0x4c: '☹',
  0x6c: '●',
  0x6d: '❍',
  0x6e: '■',
  0x6f: '□',
  0x71: '❑',
  0x75: '◆',
  0x76: '❖',
  0x77: '◆',
  0x9f: '•',
  0xa1: '○',
  0xa7: '▪',
  0xa8: '◻',
  0xd8: '➢',
  0xdf: '←',
  0xe0: '→',
  0xe8: '➔',
  0xfb: '✗',
  0xfc: '✓',
  0xfd: '☒',
  0xfe: '☑',
}
const wingdings2: Readonly<Record<number, string>> = { 0x50: '✓', 0x4f: '✗', 0x52: '☑', 0x51: '☒', 0xa3: '□' }

/**
 * What a person sees for a character of a symbol font; a bullet for an unknown one, because most of them are bullets.
 */
export function symbolOf(font: string, code: number): string {
  const small = code >= 0xf000 && code <= 0xf0ff ? code - 0xf000 : code
  if (small > 0xff) return String.fromCodePoint(code <= 0x10ffff ? code : 0x2022)
  const name = font.toLowerCase()
  const fonts = name.startsWith('wingdings 2') ? wingdings2 : name.startsWith('wingdings') ? wingdings : symbol
  return fonts[small] ?? (isLetter(small) && name.startsWith('symbol') ? String.fromCharCode(small) : '•')
}

export function isSymbolFont(font: string): boolean {
  return /^(symbol|wingdings|webdings|opensymbol|starsymbol|zapfdingbats)/i.test(font)
}

/** A text in which characters of symbol fonts are replaced by what a person sees. */
export function seen(text: string, font: string): string {
  return text.replace(/[\uf000-\uf0ff]/g, (character) => symbolOf(font, character.charCodeAt(0)))
}

function isLetter(code: number): boolean {
  return code >= 0x20 && code < 0x7f
}
