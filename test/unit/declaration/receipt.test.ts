import { expect } from 'chai'
import {
  alteredLine,
  isReferredTo,
  receiptOf,
  receiptText,
  referenceIn,
  verificationCode,
  type ReceiptSource,
  type SigningEntry,
} from '../../../src/declaration/receipt.ts'
import { withoutBlanks } from '../../../src/declaration/certificate.ts'
import { sayInstant } from '../../../src/declaration/instant.ts'
import { receiptPdf } from '../../../src/declaration/receipt-pdf.ts'
import { readPdfText } from '../../../adapters/documents/pdf/open.ts'
import { editionText } from '../../../src/standing/declared.ts'
import { sign } from '../../../src/declaration/sign.ts'
import { hashHidden, seal, zeros } from '../../../src/journal/seal.ts'
import { spelledAsBefore } from '../../../src/kit/pdf.ts'
import { aPerson, declared, factsOf, signRequest, toSign } from './builders.ts'

/** The source of a receipt, made by a real signature. */
function source(given: Partial<ReceiptSource> & { name?: string; practice?: boolean } = {}): ReceiptSource {
  const { name = 'Zoë Łukasz', practice = false, ...rest } = given
  const edition = toSign({ says: ['1. I have read it, fully and with care.', 'I know whom to ask about the “rules”.'] })
  const facts = factsOf({ person: aPerson({ practice, name }) })
  const [entry] = sign(facts, signRequest({ edition, name })).entries
  if (entry === undefined || entry.fact.kind !== 'signed') throw new Error('it was not signed')
  const { fact } = entry
  const sealed: SigningEntry = {
    ...seal({ seq: 12, id: 'e-12', at: entry.at, fact, hidden: hashHidden(entry.salt, entry.hidden) }, zeros),
    fact,
  }
  return {
    entry: sealed,
    hidden: entry.hidden,
    wording: declared(edition).wording,
    text: editionText(edition),
    school: 'Larkmead School',
    withdrawn: undefined,
    ...rest,
  }
}

const asText = (given: ReceiptSource) => receiptText(receiptOf(given)).join('\n')

describe('a receipt', () => {
  it('says who signed what and when, by which hashes, and the wording in full', () => {
    const given = source()
    const text = asText(given)
    for (const part of [
      'School: Larkmead School',
      'Policy: Social Media Policy (social-media), edition 2015-10',
      'Signed by, on the school’s record: Zoë Łukasz',
      'Name typed: Zoë Łukasz',
      'The two names: alike',
      'Read: none of the 1 sections was opened here before signing',
      `Head of the journal at that moment: 12:${given.entry.hash}`,
      'Form of this certificate: 2',
      'Signed: 10 September 2026 at 09:00:00 (GMT+1, Europe/London)',
      'How they came in: in Slack, with their own account',
      `Verification code: ${verificationCode(given.entry.hash)}`,
      'Journal entry: 12 (e-12)',
      given.entry.hash,
      given.entry.fact.wording,
      given.entry.fact.text,
      'I know whom to ask about the “rules”.',
    ])
      expect(text).to.include(part)
    expect(text).not.to.include('PRACTICE')
  })

  it('of form 1 never changes: those who have one must be able to check it in ten years', () => {
    const entry: SigningEntry = {
      seq: 12,
      id: 'e-12',
      at: new Date('2026-09-10T08:00:00Z'),
      fact: {
        kind: 'signed', policy: 'social-media', edition: '2015-10', person: 'p-1', wording: 'a'.repeat(64),
        text: 'b'.repeat(64), statements: ['c'.repeat(64)], zone: 'Europe/London', how: 'link', platform: 'web', practice: true,
      },
      hidden: {},
      before: zeros,
      hash: 'd'.repeat(64),
    } // prettier-ignore
    const hidden = { name: 'Nia Okonkwo' }
    const about = {
      wording: 'I have read it.',
      text: 'Phone Policy\n\n1 All',
      school: 'Larkmead',
      withdrawn: undefined,
    }
    expect(receiptText(receiptOf({ entry, hidden, ...about }))).to.deep.equal([
      'PRACTICE',
      'Receipt for a signature: Phone Policy',
      'An invented person signed this, to try it out. It is no evidence of anything.',
      'School: Larkmead',
      'Policy: Phone Policy (social-media), edition 2015-10',
      'Signed by: Nia Okonkwo',
      'Signed: 10 September 2026 at 09:00:00 (GMT+1, Europe/London)',
      'How: by a link for one person',
      'Statements confirmed: 1 of 1',
      'Verification code: dddd-dddd-dddd-dddd-dddd',
      'Journal entry: 12 (e-12)',
      `SHA-256 of the entry: ${'d'.repeat(64)}`,
      `SHA-256 of what was signed: ${'a'.repeat(64)}`,
      `SHA-256 of the whole edition: ${'b'.repeat(64)}`,
      'Form of this receipt: 1',
      'What was signed, in full',
      'I have read it.',
      'How to check this receipt',
      'Give this file to the school, or to whoever keeps its records. They run:',
      'npm run verify -- receipt.pdf',
      'The hashes above can also be worked out with other tools; the program’s README says exactly how.',
      'PRACTICE',
    ])
  })

  it('of a practice person says PRACTICE first and last', () => {
    const lines = receiptText(receiptOf(source({ practice: true })))
    expect([lines[0], lines.at(-1)]).to.deep.equal(['PRACTICE', 'PRACTICE'])
  })

  it('of a signature on paper says when it was signed, when recorded and where it is kept', () => {
    const given = source()
    const fact = {
      ...given.entry.fact,
      how: 'paper' as const,
      paper: { by: 'operator' as const, on: '2026-09-04' as never },
    }
    const text = asText({
      ...given,
      entry: { ...given.entry, fact },
      hidden: { name: 'Zoë', known: 'Zoë Łukasz', kept: 'Cabinet 2' },
    })
    expect(text).to.include(
      'Signed on paper: 4 September 2026\nThe paper is kept: Cabinet 2\nRecorded: 10 September 2026',
    )
  })

  it('has a code of the first twenty digits of the entry’s hash', () => {
    expect(verificationCode('9f86d081884c7d659a2feaa0c55ad015')).to.equal('9f86-d081-884c-7d65-9a2f')
  })

  const instants = [
    ['2026-09-10T08:00:05Z', 'Europe/London', '10 September 2026 at 09:00:05 (GMT+1, Europe/London)'],
    ['2026-12-31T23:59:59Z', 'Europe/London', '31 December 2026 at 23:59:59 (GMT, Europe/London)'],
    ['2026-12-31T23:59:59Z', 'Asia/Dubai', '1 January 2027 at 03:59:59 (GMT+4, Asia/Dubai)'],
  ] as const
  for (const [at, zone, said] of instants) {
    it(`says ${at} in ${zone}`, () => expect(sayInstant(new Date(at), zone)).to.equal(said))
  }
})

describe('a certificate', () => {
  const read = { first: '2026-09-10T07:30:00.000Z', last: '2026-09-10T07:58:30.000Z' }
  const saying = (fact: Partial<SigningEntry['fact']>) => {
    const given = source()
    return asText({ ...given, entry: { ...given.entry, fact: { ...given.entry.fact, ...fact } } })
  }
  const said: readonly (readonly [string, Partial<SigningEntry['fact']>, string])[] = [
    ['what was opened, and when', { read: { opened: 9, of: 12, ...read } }, 'Read: 9 of 12 sections were opened here before signing, from 10 September 2026 at 08:30:00 (GMT+1, Europe/London) to 10 September 2026 at 08:58:30'],
    ['that nothing was opened', { read: { opened: 0, of: 12 } }, 'Read: none of the 12 sections was opened'],
    ['a name that is not on record', { named: 'otherwise' }, 'The two names: not alike: they were asked'],
    ['a link', { how: 'link', platform: 'web' }, 'by a link that the school sent to them by email'],
    ['Teams', { how: 'chat', platform: 'teams' }, 'in Microsoft Teams, with their own account'],
    ['the page', { how: 'page', platform: 'web' }, 'on the school’s web page'],
  ] // prettier-ignore
  for (const [what, fact, expected] of said) it(`says ${what}`, () => expect(saying(fact)).to.include(expected))

  it('leaves out what a printed form leaves blank, and nothing else', () => {
    const wording = [
      'I have read it.',
      'SIGNED: …………………………',
      'DATE: ______ ',
      'PRINT NAME: ………',
      '. . . . . .',
      'Name:',
      'Date',
      '我已阅读本政策。',
      'Signed copies are kept in the office.',
      'أنا قرأت',
    ]
    expect(withoutBlanks(wording)).to.deep.equal([wording[0], ...wording.slice(6)])
  })
})

describe('a receipt as a PDF', () => {
  it('is the same file for the same receipt, real text, tagged, with a title and a language', async () => {
    const given = receiptOf(source())
    const [one, two] = [await receiptPdf(given), await receiptPdf(given)]
    expect(Buffer.compare(one, two)).to.equal(0)
    const raw = Buffer.from(one).toString('latin1')
    for (const part of [
      '/Marked true',
      '/Lang (en-GB)',
      '/DisplayDocTitle true',
      '/StructTreeRoot',
      '/S /H1',
      '/S /H2',
      '/S /P',
    ])
      expect(raw, part).to.include(part)
    expect(await readPdfText(one)).to.include('Signed by, on the school’s record: Zoë Łukasz')
  })

  it('says PRACTICE in its title', async () => {
    const raw = Buffer.from(await receiptPdf(receiptOf(source({ practice: true })))).toString('latin1')
    expect(raw).to.include('(PRACTICE: Certificate of completion')
  })

  it('reads back as the very receipt, over several pages too', async () => {
    for (const wording of [source().wording, `${'I have read it and mean to keep to it. '.repeat(400)}\n\nI know.`]) {
      const receipt = receiptOf({ ...source(), wording })
      const text = (await readPdfText(await receiptPdf(receipt))) ?? ''
      expect(alteredLine(text, receipt, (each) => each)).to.be.undefined
    }
  })

  it('is no text at all when it is no PDF', async () => {
    expect(await readPdfText(new TextEncoder().encode('%PDF-1.7 nonsense'))).to.be.undefined
  })
})

describe('the letters that files of before had no font for', () => {
  const table = [
    ['Zoë O’Brien – “héad”', 'Zoë O’Brien – “héad”'],
    ['Zoe\u0308', 'Zoë'],
    ['李', '[U+674E]'],
    ['👍🏽', '[U+1F44D][U+1F3FD]'],
    ['a\u202eb\u0007', 'a[U+202E]b[U+0007]'],
  ] as const
  for (const [text, shown] of table) {
    it(`stood there as ${shown}: ${JSON.stringify(text)}`, () => expect(spelledAsBefore(text)).to.equal(shown))
  }
})

describe('telling whether a text is a receipt', () => {
  const given = source()
  const receipt = receiptOf(given)
  const text = asText(given)
  const asIs = (each: string) => each

  it('finds what it refers to, however the lines are broken', () => {
    const reference = referenceIn(text.replaceAll(' ', '\n'))
    expect(reference).to.deep.equal({ seq: 12, code: verificationCode(given.entry.hash), hash: given.entry.hash })
    expect(reference !== undefined && isReferredTo(given.entry, reference)).to.be.true
    expect(referenceIn('A letter to the school.')).to.be.undefined
  })

  const forgeries: readonly (readonly [string, (text: string) => string, string])[] = [
    ['another name', (t) => t.replace('Łukasz', 'Smith'), 'Signed by, on the school’s record'],
    ['another typed name', (t) => t.replace('Name typed: Zoë', 'Name typed: Joe'), 'Name typed'],
    ['another day', (t) => t.replace('10 September', '1 September'), 'Signed'],
    ['another edition', (t) => t.replace('edition 2015-10', 'edition 2016-10'), 'Policy'],
    ['one letter of the wording', (t) => t.replace('with care', 'with car'), '1. I have read it, fully and with care.'],
    ['a hash', (t) => t.replace(given.entry.fact.text, '0'.repeat(64)), 'SHA-256 of the whole edition'],
    ['a line left out', (t) => t.replace(/How they.*\n/, ''), 'How they came in'],
    ['a line put in', (t) => t.replace('How they', 'And also the Phone Policy\nHow they'), 'How they came in'],
    ['more after its end', (t) => `${t}\nAnd the Phone Policy.`, 'something after its end'],
    ['a line put in after the school', (t) => t.replace('Policy:', 'Policy: Phones\nPolicy:'), 'Policy'],
  ]
  for (const [what, forge, line] of forgeries) {
    it(`names the line of ${what}`, () => {
      const forged = forge(text)
      expect(forged).not.to.equal(text)
      expect(alteredLine(forged, receipt, asIs)).to.deep.equal({ line })
    })
  }

  it('takes it for the same when the school was renamed, or the signature withdrawn since', () => {
    expect(alteredLine(text, receiptOf({ ...given, school: 'Larkmead Academy' }), asIs)).to.be.undefined
    const withdrawn = { ...given, withdrawn: new Date('2026-09-12T08:00:00Z') }
    expect(alteredLine(text, receiptOf(withdrawn), asIs)).to.be.undefined
    expect(asText(withdrawn)).to.include('withdrawn on 12 September 2026')
    expect(alteredLine(asText(withdrawn), receipt, asIs), 'a notice that is not true').not.to.be.undefined
  })

  it('cannot check a name that was erased, and checks all the rest', () => {
    const erased = receiptOf({ ...given, hidden: undefined })
    expect(alteredLine(text, erased, asIs)).to.be.undefined
    expect(alteredLine(text.replace('in Slack', 'on paper'), erased, asIs)).to.deep.equal({ line: 'How they came in' })
  })
})
