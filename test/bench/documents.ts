// Measures how long it takes to read a school's documents, and how this grows: a long Word file, a PDF of fifty pages,
// ten policies at once.
import { readDocument } from '../../adapters/documents/read.ts'
import { importDocument } from '../../src/importer/import.ts'
import { parseDay } from '../../src/kit/days.ts'
import { docx, p, style, t } from '../kit/documents/docx.ts'
import { makePdf, type Part } from '../kit/documents/pdf.ts'

const today = parseDay('2026-11-23')
const sentence =
  'Staff keep the key of the store in the office and sign for it in the book each time that it is taken away. '

/** With 22 words per sentence and ten sentences per section. */
function word(words: number): Uint8Array {
  const sections = Math.max(1, Math.round(words / 220))
  const body = Array.from({ length: sections }, (_, at) =>
    [p(t(`${at + 1}. Part ${at + 1}`), { style: 'Heading1' }), p(t(sentence.repeat(10)))].join(''),
  ).join('')
  return docx({
    body: p(t('Keys Policy'), { style: 'Title' }) + body,
    styles: style('Heading1', 'heading 1') + style('Title', 'Title'),
  })
}

async function pdf(pages: number): Promise<Uint8Array> {
  const parts = Array.from({ length: Math.round(pages * 3.6) }, (_, at): Part[] => [
    { is: 'h1', text: `${at + 1}. Part ${at + 1}` },
    { is: 'p', text: sentence.repeat(10) },
  ]).flat()
  return makePdf([{ is: 'title', text: 'Keys Policy' }, ...parts])
}

async function take(bytes: Uint8Array, name: string): Promise<string> {
  if (today === undefined) throw new Error('There is no today.')
  const begun = performance.now()
  const read = await readDocument(bytes, name)
  const reading = performance.now() - begun
  if (read.kind === 'refused') return `refused: ${read.what}`
  const found = importDocument(read.document, { policy: 'keys', title: undefined, edition: undefined, today })
  const all = performance.now() - begun
  if (found.kind === 'refused') return `refused: ${found.what}`
  const sections = found.edition.sections.length
  const pages = Math.max(0, ...found.edition.sections.map(({ page = 0 }) => page))
  return `${Math.round(all)} ms, of which reading ${Math.round(reading)} ms; ${sections} sections, last page ${pages}, ${Math.round(bytes.length / 1024)} KB`
}

export async function* benchDocuments(): AsyncGenerator<string> {
  // Starts the reader first, so that its start is not measured.
  await take(word(200), 'warm.docx')
  await take(await pdf(2), 'warm.pdf')
  for (const words of [8_000, 16_000, 32_000]) yield `  Word, ${words} words: ${await take(word(words), 'long.docx')}`
  for (const pages of [12, 25, 50]) yield `  PDF, about ${pages} pages: ${await take(await pdf(pages), 'long.pdf')}`
  const begun = performance.now()
  const ten = Array.from({ length: 10 }, () => word(4_000))
  await Promise.all(ten.map((bytes, at) => take(bytes, `policy-${at}.docx`)))
  yield `  ten policies of 4,000 words at once: ${Math.round(performance.now() - begun)} ms; memory of this process ${Math.round(process.memoryUsage.rss() / 1_048_576)} MB`
}
