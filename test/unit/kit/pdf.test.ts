import { expect } from 'chai'
import { clustersOf, facesFor } from '../../../src/kit/letters.ts'
import { setLines, type Setting } from '../../../src/kit/lines.ts'
import { writePdf, type PdfBlock } from '../../../src/kit/pdf.ts'
import { shaperOf } from '../../../src/kit/shape.ts'
import { readPdfText } from '../../../adapters/documents/pdf/open.ts'

const namesOfTheWorld: readonly (readonly [string, string])[] = [
  ['Polish', 'Łukasz Żółć'],
  ['Yoruba, with marks that no letter has built in', 'Ọ̀ṣun Adébáyọ̀'],
  ['Vietnamese', 'Nguyễn Thị Hồng'],
  ['Greek', 'Αλέξης Νίκου'],
  ['Cyrillic', 'Юлия Їжак'],
  ['Hebrew, with vowels', 'דוד הַמֶּלֶךְ'],
  ['Arabic', 'علاء جلال عبد الله'],
  ['Urdu', 'ٹیپو گُل ہے'],
  ['Chinese, simplified', '刘德华'],
  ['Chinese, traditional', '鄭成功'],
  ['Japanese', '渡邊 あい子 マリ'],
  ['Korean', '김한솔'],
  ['Devanagari', 'श्रीकृष्ण क्षत्रिय'],
  ['Bengali', 'রবীন্দ্রনাথ ঠাকুর'],
  ['Gurmukhi', 'ਗੁਰਪ੍ਰੀਤ ਸਿੰਘ'],
  ['Gujarati', 'પટેલ'],
  ['Tamil', 'தமிழ்ச்செல்வி'],
  ['Telugu', 'శ్రీనివాస'],
  ['Kannada', 'ಶ್ರೀನಿವಾಸ'],
  ['Malayalam', 'ശ്രീകുമാർ'],
  ['Sinhala', 'සමන්ති'],
  ['Amharic', 'አበበ በቂላ'],
  ['Thai', 'สมชาย ใจดี'],
  ['Khmer', 'សុខា'],
]

const at = new Date('2026-09-10T08:00:00Z')
const named = (text: string): PdfBlock => ({ kind: 'pair', label: 'Name typed', text })
const rawOf = (bytes: Uint8Array) => Buffer.from(bytes).toString('latin1')
const write = (...blocks: PdfBlock[]) => writePdf({ title: 'A certificate', at, blocks })

/** A string as PDF writes it where it is not plain: UTF-16 with a byte order mark, escaped. */
function asPdfString(text: string): string {
  const bytes = Buffer.from(`\ufeff${text}`, 'utf16le').swap16()
  return bytes.toString('latin1').replace(/[\\()\n\r\t\b\f]/g, (sign) => escapes[sign] ?? sign)
}
const escapes: Readonly<Record<string, string>> = {
  '\\': '\\\\', '(': '\\(', ')': '\\)', '\n': '\\n', '\r': '\\r', '\t': '\\t', '\b': '\\b', '\f': '\\f',
} // prettier-ignore

describe('a PDF of names of the world', () => {
  for (const [script, name] of namesOfTheWorld) {
    it(`prints every letter of ${script}: ${name}`, async () => {
      const bytes = await write(named(name))
      const text = (await readPdfText(bytes)) ?? ''
      expect(text).to.include('Name typed:').and.not.include('[U+').and.not.include('□')
      const letters = (said: string) => [...new Set(said.normalize('NFC').replace(/[\s\p{Cf}]/gu, ''))].sort()
      expect(letters(text.replace('Name typed:', ''))).to.deep.equal(letters(name))
      // A screen reader gets the name in reading order, whatever the order of its glyphs.
      const isPlain = /^[\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}\p{M}\s]+$/u.test(name)
      if (!isPlain) expect(rawOf(bytes)).to.include(asPdfString(`Name typed: ${name.normalize('NFC')}`))
    })
  }

  it('is tagged, has a title and a language, and its lines stand in their paragraph', async () => {
    const raw = rawOf(await write({ kind: 'title', text: 'A certificate' }, named('علاء 李')))
    for (const part of ['/Marked true', '/Lang (en-GB)', '/DisplayDocTitle true', '/S /H1', '/S /P'])
      expect(raw, part).to.include(part)
    expect(raw).to.include('<rdf:li xml:lang="x-default">A certificate</rdf:li>')
    expect(raw.match(/\/S \/Span/g)).to.have.length(1)
    expect(raw.match(/\/ActualText/g)).to.have.length(1)
  })

  it('says kindly which letters it has no font for', async () => {
    const text = (await readPdfText(await write(named('Sam 👍🏽 ᐃᓄᒃ'), named('Zoë')))) ?? ''
    expect(text.replace(/\s+/g, ' ')).to.equal(
      'Name typed: Sam □ □□□ A □ stands for a letter that this file has no font for. The school’s own record has it as it was written. Name typed: Zoë',
    )
  })

  it('obeys nothing that hides in a name', async () => {
    const text = (await readPdfText(await write(named('Sam\u202etxt.exe\u0007')))) ?? ''
    expect(text).to.include('Sam□txt.exe□')
  })

  it('is the same file whenever it is written, and stays small', async () => {
    const blocks = namesOfTheWorld.map(([, name]) => named(name))
    const [one, two] = [await write(...blocks), await write(...blocks)]
    expect(Buffer.compare(one, two)).to.equal(0)
    expect(one.length).to.be.below(250_000)
  })

  it('goes on over pages, without losing a line', async () => {
    const words = Array.from({ length: 900 }, (_, n) => `字${n}`).join(' ')
    const text = ((await readPdfText(await write({ kind: 'text', text: words }))) ?? '').replace(/\s+/g, '')
    expect(text).to.equal(words.replace(/\s+/g, ''))
  })

  it('opens no font for names that need none', async () => {
    expect((await facesFor(['Łukasz Żółć, Αλέξης, Юлия'])).cut.size).to.equal(0)
  })
})

/** Every letter is one unit wide; Hebrew and Arabic have a font of their own. */
function setting(width: number, direction?: 'ltr'): Setting {
  return {
    width,
    direction,
    measure: ({ text }) => clustersOf(text).length,
    faceOf: (cluster) => (/\p{scx=Hebrew}|\p{scx=Arabic}/u.test(cluster) ? 'right' : 'left'),
  }
}

const seen = (text: string, width = 80, direction?: 'ltr') =>
  setLines([{ text, bold: false }], setting(width, direction)).map(({ runs }) => runs.map((run) => run.text).join('|'))

describe('setting lines', () => {
  const table: readonly (readonly [string, string, readonly string[], 'ltr'?])[] = [
    ['one direction', 'Zoë Smith', ['Zoë Smith']],
    ['a label keeps its place before a name that runs the other way', 'Name: שרה', ['Name: |שרה'], 'ltr'],
    ['words of the other direction stand from right to left', 'שרה כהן', ['כהן| |שרה']],
    ['what stands in brackets stays in them', 'שרה (Sara)', ['(|Sara|) |שרה']],
    ['in English, too', 'Sara (שרה) Cohen', ['Sara (|שרה|) Cohen'], 'ltr'],
    ['numbers run from left to right', 'שרה 123', ['123| |שרה']],
  ]
  for (const [what, text, lines, direction] of table)
    it(what, () => expect(seen(text, 80, direction)).to.deep.equal(lines))

  it('brackets open to the other side where they stand among letters of the other direction', () => {
    const [line] = seen('א (ב) ג')
    expect(line).to.equal('ג| (|ב|) |א')
  })

  it('ends lines at spaces, between words of scripts that write none, and inside of a word only where it must', () => {
    expect(seen('one two three', 7)).to.deep.equal(['one two', 'three'])
    expect(seen('abcdefghij', 4)).to.deep.equal(['abcd', 'efgh', 'ij'])
    const thai = 'ฉันอ่านนโยบายแล้ว'
    const lines = seen(thai, 10)
    expect(lines.join('')).to.equal(thai)
    expect(lines.length).to.be.greaterThan(1)
  })

  it('knows at which side a paragraph begins', () => {
    expect(setLines([{ text: 'שרה', bold: false }], setting(10)).map((line) => line.rightToLeft)).to.deep.equal([true])
    expect(setLines([{ text: 'Sara', bold: false }], setting(10)).map((line) => line.rightToLeft)).to.deep.equal([
      false,
    ])
  })
})

describe('shaping', () => {
  async function shaped(text: string) {
    const faces = await facesFor([text])
    const name = faces.faceOf(clustersOf(text)[0] ?? '', { text, bold: false }) ?? ''
    const cut = faces.cut.get(name)
    if (cut === undefined) throw new Error(`no font for ${text}`)
    return (await shaperOf(cut.bytes))(text)
  }

  it('joins Arabic letters: a letter in the middle has another shape than alone', async () => {
    const [alone] = (await shaped('ب')).glyphs
    const joined = (await shaped('ببب')).glyphs
    expect(joined).to.have.length(3)
    expect(joined.map(({ id }) => id)).not.to.include(alone?.id)
  })

  it('makes one of lam and alef, which stands for both, as a reader turns them round', async () => {
    expect((await shaped('لا')).glyphs.map(({ codePoints }) => codePoints)).to.deep.equal([[0x627, 0x644]])
  })

  it('puts a vowel sign before its letter where the script does', async () => {
    const [first] = (await shaped('हि')).glyphs
    expect(first?.codePoints).to.deep.equal(['ि'.codePointAt(0)])
  })
})
