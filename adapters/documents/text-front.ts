// Front matter: the lines between `---` and `---` at the top of a Markdown file, in which other tools keep title and
// dates.

export interface FrontMatter {
  readonly rest: string
  /** How many lines of the file come before the rest. */
  readonly before: number
  /** Keys in lower case, values as text. */
  readonly frontMatter: Readonly<Record<string, string>> | undefined
}

export function takeFrontMatter(text: string): FrontMatter {
  const none = { rest: text, before: 0, frontMatter: undefined }
  if (!/^---[ \t]*[\r\n]/.test(text)) return none
  const lines = text.split(/\r\n|\n|\r/)
  const end = lines.findIndex((line, at) => at > 0 && at <= mostLines && /^(?:---|\.\.\.)\s*$/.test(line))
  if (end === -1) return none
  return {
    rest: lines.slice(end + 1).join('\n'),
    before: end + 1,
    frontMatter: readEntries(lines.slice(1, end)),
  }
}

const mostLines = 200

/** `key: value`, with the lines of a list or of a long value joined. */
function readEntries(lines: readonly string[]): Record<string, string> {
  const entries: Record<string, string> = {}
  let key = ''
  for (const line of lines) {
    const [, name, value = ''] = /^([\p{L}][\p{L}\p{N} _-]{0,60})\s*:(?:\s+(.*))?$/u.exec(line) ?? []
    if (name !== undefined) {
      key = name.trim().toLowerCase()
      entries[key] = unquote(value.trim())
    } else if (line.trim() !== '') entries[key] = `${entries[key] ?? ''} ${line.trim()}`.trim()
  }
  return entries
}

function unquote(value: string): string {
  return /^(["']).*\1$/.test(value) ? value.slice(1, -1) : value.replace(/^[>|][+-]?$/, '')
}
