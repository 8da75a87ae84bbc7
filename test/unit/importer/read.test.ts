import { expect } from 'chai'
import { decodeText } from '../../../adapters/documents/decode.ts'
import { textOf } from '../../../src/policy/text.ts'
import { importedText } from '../../kit/documents.ts'

const text = [
  'Hilltop School', '', 'Café Policy', '', 'Reviewed: March 2026', '',
  '1. Prices', '', 'Staff must pay £2 – “no credit” – at the till, says this policy.', '',
  '2. Opening', '', 'The café should open at 8 o’clock… every day that the school is open to its pupils.', '',
].join('\n') // prettier-ignore

const utf16 = (order: 'le' | 'be', mark = true) => {
  const bytes = Buffer.from(`${mark ? '\uFEFF' : ''}${text}`, 'utf16le')
  return order === 'le' ? bytes : bytes.swap16()
}
const windows: Record<string, number> = { '£': 0xa3, é: 0xe9, '–': 0x96, '“': 0x93, '”': 0x94, '’': 0x92, '…': 0x85 }

describe('reading a file', () => {
  for (const [what, bytes] of [
    ['UTF-8', Buffer.from(text)],
    ['UTF-8 with a byte order mark', Buffer.from(`\uFEFF${text}`)],
    ['UTF-16, little end first', utf16('le')],
    ['UTF-16, big end first', utf16('be')],
    ['UTF-16 without a byte order mark', utf16('le', false)],
    ['Windows-1252', Buffer.from(Array.from(text, (sign) => windows[sign] ?? sign.charCodeAt(0)))],
    ['line ends of Windows', Buffer.from(text.replaceAll('\n', '\r\n'))],
    ['line ends of old Macs', Buffer.from(text.replaceAll('\n', '\r'))],
    ['spaces that do not break', Buffer.from(text.replaceAll(' ', '\u00a0'))],
    ['the end mark of DOS', Buffer.from(`${text}\x1A`)],
  ] as const) {
    it(`reads ${what}`, () => {
      const read = decodeText(bytes)
      if (read.kind === 'refused') throw new Error(read.what)
      const found = importedText(read.text)
      expect(found.edition).to.include({ title: 'Café Policy', school: 'Hilltop School', id: '2026-03' })
      expect(
        found.edition.sections.map((section) => `${section.ref} ${section.title}: ${textOf(section)}`),
      ).to.deep.equal([
        '1 Prices: Staff must pay £2 – “no credit” – at the till, says this policy.',
        '2 Opening: The café should open at 8 o’clock… every day that the school is open to its pupils.',
      ])
    })
  }

  for (const [what, bytes, why, expected] of [
    ['nothing', Buffer.alloc(0), 'empty', /empty/],
    ['white space', Buffer.from(' \n\t\u00a0\n'), 'empty', /empty/],
    ['dots and dashes', Buffer.from('... --- ...\n'), 'empty', /empty/],
    ['a PDF', Buffer.from('%PDF-1.7 text'), 'binary', /PDF/],
    ['a Word document', Buffer.from([0x50, 0x4b, 3, 4, 20, 0]), 'binary', /Word/],
    ['rich text', Buffer.from('{\\rtf1 text}'), 'binary', /rich text/],
    ['a picture', Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 1, 2, 3, 0, 9]), 'binary', /not a text/],
    ['control signs among letters', Buffer.from('abc\x01\x02\x03def'), 'binary', /not a text/],
    ['no known encoding', Buffer.from([0x41, 0x81, 0x42, 0x8d, 0x43]), 'encoding', /encoding/],
    ['UTF-32', Buffer.from([0xff, 0xfe, 0, 0, 0x41, 0, 0, 0]), 'encoding', /encoding/],
    ['more than 10 MB', Buffer.alloc(10_000_001, 'a'), 'too-large', /10 MB/],
  ] as const) {
    it(`refuses ${what}, and says what to do`, () => {
      const read = decodeText(bytes)
      if (read.kind !== 'refused') throw new Error('was read')
      expect(read.why).to.equal(why)
      expect(read.what).to.match(expected)
      expect(read.fix).to.not.be.empty
    })
  }
})
