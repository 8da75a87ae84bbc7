// Markup as a value that cannot be confused with text: what is put into a template is escaped unless it is markup
// itself.

export interface Html {
  readonly markup: string
}

type Value = Html | readonly Html[] | string | number | undefined

export function html(strings: TemplateStringsArray, ...values: readonly Value[]): Html {
  return { markup: strings.map((string, i) => string + insert(values[i])).join('') }
}

export const nothing: Html = { markup: '' }

function insert(value: Value): string {
  if (value === undefined) return ''
  if (typeof value === 'string') return escapeText(value)
  if (typeof value === 'number') return String(value)
  if ('markup' in value) return value.markup
  return value.map((each) => each.markup).join('')
}

/** Safe as an element's text and inside a quoted attribute. What no screen can show becomes U+FFFD. */
export function escapeText(text: string): string {
  return text.replace(unsafe, (character) => entities[character] ?? '\uFFFD')
}

// Tab, line feed and carriage return are the only control characters that HTML allows.
const unsafe = /[&<>"']|[\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F-\u009F]|\p{Cs}/gu
const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
}
