// People's words out of Teams: what they typed, as they read it, without Teams's own notation.

export interface MentionIn {
  readonly id: string
  readonly text: string
}

/** The text of a message. The bot's own name is left out; other people's mentions become `@Name`. */
export function plainWords(text: string, { self, mentions }: { self: string; mentions: readonly MentionIn[] }): string {
  let said = text
  for (const mention of mentions) {
    const name = mention.text.replace(/<\/?at[^>]*>/g, '').trim()
    said = said.replaceAll(mention.text, mention.id === self ? ' ' : `@${name}`)
  }
  return tidy(entities(said))
}

/** The text of a message that comes as HTML, as a message extension receives it. */
export function wordsOfHtml(html: string): string {
  const text = html
    .replace(/<(script|style)\b[\s\S]*?<\/\1\s*>/gi, ' ')
    .replace(/<at\b[^>]*>([\s\S]*?)<\/at>/gi, '@$1')
    .replace(/<li\b[^>]*>/gi, '\n• ')
    .replace(/<(?:br|\/?p|\/?div|\/?h[1-6]|\/?ul|\/?ol|\/?blockquote|tr)\b[^>]*>/gi, '\n')
    .replace(/<[a-z!/][^>]*>/gi, '')
  return tidy(entities(text).replace(/\n{3,}/g, '\n\n'))
}

const named: Readonly<Record<string, string>> = { nbsp: ' ', lt: '<', gt: '>', quot: '"', apos: "'", amp: '&' }

function entities(text: string): string {
  return text.replace(/&(?:#(\d{1,7})|#x([\da-f]{1,6})|(nbsp|lt|gt|quot|apos|amp));/gi, (whole, decimal, hex, name) => {
    if (typeof name === 'string') return named[name.toLowerCase()] ?? whole
    const code = typeof decimal === 'string' ? Number(decimal) : Number.parseInt(String(hex), 16)
    return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : ' '
  })
}

function tidy(text: string): string {
  return text
    .replace(/\u00A0/g, ' ')
    .replace(/[ \t]+/g, ' ')
    .replace(/ ?\r?\n ?/g, '\n')
    .trim()
}
