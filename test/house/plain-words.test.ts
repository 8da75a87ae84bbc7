// The wording that people read: a table of phrases to avoid and what to say instead, checked against every line of the
// program.
import { expect } from 'chai'
import { sourcesOnDisk } from './house.ts'

/** In the style of GOV.UK: short, active, and as somebody would say it aloud. */
const table: readonly [not: RegExp, say: string][] = [
  [/Whom can I ask/, 'Who can I ask?'],
  [/this section speaks of it/, 'I am sure that this is the right section.'],
  [/as of no help/, 'did not help'],
  [/[Cc]ome in by a link/, 'Sign in with a link'],
  [/is no email address/, 'is not an email address'],
  [/parted by/, 'with commas between'],
  [/rows? (?:is|are) not right/, 'There is a problem with 2 rows'],
  [/held no words that I can read/, 'I did not catch a question'],
  [/(?<!\b[Tt]here )is no (?:date|evidence|part|text|time|span|list|word|edition)\b/, 'is not a date, is not evidence'],
  [/(?:is|are) found by that/, 'matches that'],
  [/works? here no more/, 'no longer works here'],
  [/[“‘'`.] ?(?:[A-Z][^'`]*)? anew\b/, 'again'],
  [/speaks? of (?:it|that|what)\b/, 'covers it'],
  [/comes? near\b/, 'comes close'],
]

describe('the house: its words', () => {
  const ours = [...sourcesOnDisk()].filter(([file]) => /^(?:src|adapters)\//.test(file))
  // Receipts in people's hands are checked against the lines of their form, so those lines never change.
  const written = ours.filter(([file]) => file !== 'src/declaration/receipt.ts')
  const lines = written.flatMap(([file, text]) =>
    text
      .split('\n')
      .map((line, at) => ({ at: `${file}:${at + 1}`, line }))
      // Comments are for readers of the code and are not checked.
      .filter(({ line }) => !/^\s*(?:\/\/|\/?\*)/.test(line)),
  )
  for (const [not, say] of table) {
    it(`says “${say}”, not ${String(not)}`, () => {
      expect(lines.filter(({ line }) => not.test(line)).map(({ at }) => at)).to.deep.equal([])
    })
  }

  // A letter's greeting ends with a comma, and the line after it begins a new sentence.
  const letters: readonly [what: string, small: RegExp][] = [
    ['subjects', /\bsubject:\s*['`][a-z][^,]*,\s*text\b/],
    ['first lines after a greeting', /\b(?:Hello|Dear) [^\n]*,\n\n[a-z]/],
    ['first lines in a list of lines', /\b(?:Hello|Dear) [^\n]*,[`'],\s*'',\s*[`'][a-z]/],
  ]
  for (const [what, small] of letters) {
    it(`emails have ${what} that begin as sentences do`, () => {
      expect(ours.filter(([, text]) => small.test(text)).map(([file]) => file)).to.deep.equal([])
    })
  }
})
