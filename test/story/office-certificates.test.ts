// The page where anybody can verify a certificate, over HTTP: what it says about each one, by file and by code.
import { expect } from 'chai'
import { parse } from 'node-html-parser'
import { findReceipt } from '../../src/declaration/read-receipt.ts'
import { receiptPdf } from '../../src/declaration/receipt-pdf.ts'
import type { Receipt } from '../../src/declaration/receipt.ts'
import { browse } from '../kit/browse.ts'
import { aPerson, aSignature, edition, happen, policy, press as sign } from '../kit/evidence.ts'
import { press, serveOffice, words, type TestOffice } from '../kit/office.ts'

describe('the page that checks certificates', () => {
  let office: TestOffice
  beforeEach(async () => {
    office = await serveOffice([aPerson('priya', { name: 'Priya Nair' }), aPerson('slt')])
  })
  afterEach(() => office.close())

  const receiptOf = async (entry: string): Promise<Receipt> => {
    const found = await findReceipt(office.ports.journal, { entry, school: office.live.now().school.name })
    if (found === undefined) throw new Error('There is no certificate.')
    return found.receipt
  }
  const signed = async () => {
    expect(await sign(office.ports.journal, { person: 'priya', id: 'e1' })).to.equal('signed')
    return receiptOf('e1')
  }
  const withdraw = () =>
    happen(office.ports.journal, {
      id: 'e2',
      fact: { kind: 'withdrawn', policy, edition, person: 'priya', entry: 'e1', by: 'slt' },
    })
  /** Adds a practice signature of the same person after the one that counts. */
  const practises = async () => {
    await signed()
    const entry = aSignature({ person: 'priya', id: 'e3' })
    await happen(office.ports.journal, {
      id: 'e3',
      hidden: { ...entry.hidden },
      fact: entry.fact.kind === 'signed' ? { ...entry.fact, practice: true } : entry.fact,
    })
    return receiptOf('e3')
  }
  const changed = (receipt: Receipt, change: (text: string) => string): Receipt => ({
    ...receipt,
    lines: receipt.lines.map((line) => ({ ...line, text: change(line.text) })),
  })
  const check = async (bytes: Uint8Array, name = 'certificate.pdf') => {
    const body = new FormData()
    body.set('do', 'file')
    body.append('file', new Blob([new Uint8Array(bytes)]), name)
    const answer = await browse(office.web.url).raw('/verify', { method: 'POST', body })
    const page = parse(await answer.text())
    return { page, tone: page.querySelector('.said')?.getAttribute('data-tone'), says: words(page) }
  }
  const look = async (code: string) => {
    const browser = browse(office.web.url)
    return words(await browser.send(press(await browser.open('/verify'), 'Look for the code'), { code }))
  }
  const codeOn = (receipt: Receipt) => receipt.lines.find(({ label }) => label === 'Verification code')?.text ?? ''

  it('genuine: it shows what the journal says, and of a code only that it stands', async () => {
    const receipt = await signed()
    const { tone, says } = await check(await receiptPdf(receipt))
    expect(tone).to.equal('done')
    expect(says).to.include('Genuine: entry').and.include('Priya Nair').and.not.include('byte for byte')
    const byCode = await look(codeOn(receipt))
    expect(byCode).to.include('There is a signature with that code, and it stands').and.not.include('Priya')
  })

  it('genuine, but saved anew: it says that the file is another one', async () => {
    const { says } = await check(await receiptPdf({ ...(await signed()), at: new Date('2026-11-24T09:00:00Z') }))
    expect(says).to.include('Genuine: entry').and.include('not byte for byte')
  })

  it('altered: it names the line that differs', async () => {
    const receipt = changed(await signed(), (text) => text.replace('Priya Nair', 'Pam Else'))
    const { tone, says } = await check(await receiptPdf(receipt))
    expect(tone).to.equal('wrong')
    expect(says)
      .to.include('Altered: it is not what entry')
      .and.match(/The first line that differs: [^.]*Priya Nair/)
  })

  it('unknown: no signature has its code', async () => {
    const receipt = changed(await signed(), (text) =>
      text
        .replace(/(?:[0-9a-f]{4}-){4}[0-9a-f]{4}/, '0000-0000-0000-0000-0000')
        .replace(/[0-9a-f]{64}/, '0'.repeat(64)),
    )
    const { tone, says } = await check(await receiptPdf(receipt))
    expect(tone).to.equal('wrong')
    expect(says).to.include('Unknown: no signature in this journal').and.not.include('Priya')
    expect(await look('0000-0000-0000-0000-0000')).to.include('Unknown: no signature')
  })

  it('withdrawn: the certificate from before says since when it no longer counts', async () => {
    const receipt = await signed()
    const before = await receiptPdf(receipt)
    await withdraw()
    for (const file of [before, await receiptPdf(await receiptOf('e1'))]) {
      const { tone, says } = await check(file)
      expect(tone).to.equal('wrong')
      expect(says).to.include('Genuine, but withdrawn on 23 November 2026')
    }
    expect(await look(codeOn(receipt))).to.include('It has been withdrawn and no longer counts')
  })

  it('of a bundle: by its file and by its code, until one of its signatures is withdrawn', async () => {
    await signed()
    const round = { id: 'pack.1', bundle: 'pack', title: 'September pack' }
    const fact = { policy, person: 'priya', round, signatures: ['e1'], excused: [], zone: 'Europe/London' }
    await happen(office.ports.journal, {
      id: 'whole',
      hidden: { known: 'Priya Nair' },
      fact: { kind: 'bundle-signed', ...fact, practice: false },
    })
    const receipt = await receiptOf('whole')
    const given = await check(await receiptPdf(receipt))
    expect(given.tone).to.equal('done')
    expect(given.says).to.include('Genuine: entry').and.include('Bundle: September pack (pack.1)')
    expect(await look(codeOn(receipt)))
      .to.include('all of its signatures stand')
      .and.not.include('Priya')
    await withdraw()
    const later = await check(await receiptPdf(receipt))
    expect(later.tone).to.equal('wrong')
    expect(later.says).to.include('one of its signatures was withdrawn on 23 November 2026')
    expect(await look(codeOn(receipt))).to.include('so the certificate no longer counts')
  })

  it('practice: it is no evidence', async () => {
    const receipt = await practises()
    const { tone, says } = await check(await receiptPdf(receipt))
    expect(tone).to.equal('wrong')
    expect(says).to.include('PRACTICE').and.include('It is not evidence')
    expect(await look(codeOn(receipt))).to.include('that code belongs to an invented person')
  })

  it('what is no certificate is told so, in words that carry nothing of the file’s name as markup', async () => {
    const { page, tone, says } = await check(new TextEncoder().encode('no certificate'), '<b>holiday</b>.pdf')
    expect(tone).to.equal('wrong')
    expect(says).to.include('cannot be read as a PDF file')
    expect(page.querySelector('main b')).to.equal(null)
  })
})
