// Long texts made of one kind of line. Each kind once took more time than in proportion to its length.

/** The lines above, which make the text a policy. */
export const head = 'Key Policy\n\nReviewed: May 2025\n\nAll staff must read this policy.\n\n1. Keys\n\n'
export const prose =
  'All staff must hand the key back to the office before they go home, and a lost key is reported at once. '

export const shapes: readonly {
  readonly what: string
  readonly line: (n: number) => string
  readonly isMarkdown?: true
}[] = [
  { what: 'items that all bear one Roman numeral', line: () => '(i) a\n' },
  { what: 'pictures that never end', line: () => '![a](', isMarkdown: true },
  { what: 'emphasis that never ends', line: () => '*a _b ', isMarkdown: true },
  { what: 'brackets that never end', line: () => '[a', isMarkdown: true },
  { what: 'code that never ends', line: () => '```\n', isMarkdown: true },
  { what: 'numbered paragraphs', line: (n) => `${1 + Math.floor(n / 50)}.${1 + (n % 50)} ${prose}\n\n` },
  { what: 'headings with text', line: (n) => `${(n % 60) + 1}. Keys of kind ${n}\n${prose}\n` },
  { what: 'letters that begin again', line: () => `a. Keys\n${prose}\n` },
  { what: 'titles without numbers', line: () => `Some keys\n${prose}\n\n` },
  { what: 'announcements', line: () => 'Staff must do these things:\n\n' },
  { what: 'rows', line: (n) => `${n}\tkey\troom\n` },
  { what: 'records', line: () => 'Reviewed: May 2024   Next review: Autumn 2025\n' },
  { what: 'records without values', line: () => 'Reviewed   Next review\n' },
  { what: 'letters alone', line: () => 'a\n' },
  { what: 'letters between blank lines', line: () => 'a\n\n' },
  { what: 'cells between bars', line: () => 'a | b\n' },
  { what: 'numbers alone', line: (n) => `${n % 97}\n` },
  { what: 'feet that come back', line: (n) => `${prose}\n\nOak Academy\nPage ${n}\n\n` },
  { what: 'headings of Markdown with a number', line: (n) => `## ${n % 30}. Keys\n`, isMarkdown: true },
  { what: 'headings of Markdown without one', line: () => '# Keys\n', isMarkdown: true },
  { what: 'headings of Markdown with a letter', line: () => '### a. Keys\n', isMarkdown: true },
  { what: 'one numbered title', line: () => '1. Part of the keys\n' },
  { what: 'dates', line: () => '12 September 2024\n' },
  { what: 'dates with labels', line: (n) => `Reviewed: 12 May ${2000 + (n % 30)}\n` },
  { what: 'appendices', line: (n) => `Appendix ${n % 20}: Keys\n` },
  { what: 'paths of numbers', line: (n) => `${n % 9}.${n % 11}.1 Keys\n` },
  { what: 'feet with page numbers', line: (n) => `Oak School Page ${n % 999}\n` },
  { what: 'questions', line: () => 'Who keeps the keys?\n' },
  { what: 'capitals', line: () => 'AIMS OF THE KEY ROOM\n' },
  { what: 'contents', line: (n) => `Aims of ${n} ...... 3\n` },
  { what: 'one sentence', line: () => 'keys and doors and ' },
]

/** The head and enough lines for that many bytes. */
export function typed(line: (n: number) => string, bytes: number): string {
  const lines = [head]
  for (let n = 0, length = head.length; length < bytes; n++) {
    const next = line(n)
    lines.push(next)
    length += next.length
  }
  return lines.join('')
}
