// The file of a bundle's certificate, verified like any file that somebody brings: as issued, altered, with a document
// left out, of a person who was erased, and after the journal behind it was changed.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect } from 'chai'
import { sql, type Kysely } from 'kysely'
import { tablesInMemory } from '../kit/tables.ts'
import { openStore, type OpenStore } from '../../adapters/store/store.ts'
import type { Tables } from '../../adapters/store/tables.ts'
import { checkFolder } from '../../src/command/verify-folder.ts'
import { sayVerdict, verifyBytes, verifyCode } from '../../src/command/verify-receipt.ts'
import { readPdfText } from '../../adapters/documents/pdf/open.ts'
import { findReceipt } from '../../src/declaration/read-receipt.ts'
import { receiptPdf } from '../../src/declaration/receipt-pdf.ts'
import { receiptText, verificationCode, type Receipt } from '../../src/declaration/receipt.ts'
import type { Fact } from '../../src/journal/types.ts'
import { aPerson, aSignature, edition, happen, parts, policy, text, wording } from '../kit/evidence.ts'

const school = 'Larkmead School'
const name = 'श्रीकृष्ण Łukasz'
const zone = 'Europe/London'

describe('the file of a bundle’s certificate', () => {
  let kept: OpenStore
  let db: Kysely<Tables>
  let folder: string
  beforeEach(async () => {
    db = await tablesInMemory()
    kept = openStore(db, parts)
    folder = mkdtempSync(join(tmpdir(), 'bundle-'))
    await kept.people.put([aPerson('priya', { name })])
  })
  afterEach(async () => {
    await kept.close()
    rmSync(folder, { recursive: true })
  })

  const signs = async (id: string, other: Partial<Fact> = {}) => {
    const entry = aSignature({ person: 'priya', id, name })
    const fact = { ...entry.fact, named: 'alike', ...other } as Fact
    await kept.journal.record({ policy: 'policy' in fact ? fact.policy : policy, person: 'priya' }, () => ({
      entries: [{ ...entry, fact, hidden: { ...entry.hidden, known: name } }],
      wordings: [wording, text],
      outcome: undefined,
    }))
  }
  const bundle = (practice = false) =>
    happen(kept.journal, {
      id: 'whole',
      hidden: { known: name },
      fact: {
        kind: 'bundle-signed',
        policy,
        person: 'priya',
        round: { id: 'september-pack.1', bundle: 'september-pack', title: 'September pack' },
        signatures: ['e1', 'e2'],
        excused: ['rules-1'],
        zone,
        practice,
      },
    })
  const whole = async (practice = false) => {
    await signs('e1', { practice })
    await signs('e2', { policy: 'visitors', practice })
    await bundle(practice)
  }
  const certificate = async (): Promise<Receipt> => {
    const found = await findReceipt(kept.journal, { entry: 'whole', school })
    if (found === undefined) throw new Error('There is no certificate.')
    return found.receipt
  }
  const check = (bytes: Uint8Array) => verifyBytes(kept.journal, { bytes, file: 'certificate.pdf', school })
  const altered = async (change: (receipt: Receipt) => Receipt) => check(await receiptPdf(change(await certificate())))
  const withdraw = (entry: string) =>
    happen(kept.journal, {
      id: `no-${entry}`,
      fact: { kind: 'withdrawn', policy, edition, person: 'priya', entry, by: 'slt' },
    })

  it('says of each document what its own certificate says, with the entry and the head, and reads back', async () => {
    await whole()
    const receipt = await certificate()
    const lines = receiptText(receipt)
    const [first, second, own] = await kept.journal.entriesBy(['e1', 'e2', 'whole'])
    expect(lines)
      .to.include('Bundle: September pack (september-pack.1)')
      .and.include(`Signed by, on the school’s record: ${name}`)
      .and.include('Signed: 2 documents: all that the school asked of them in this bundle')
      .and.include('Excused by the school from: rules-1')
      .and.include(`Head of the journal at that moment: ${own?.seq}:${own?.hash}`)
    for (const each of [first, second])
      expect(lines)
        .to.include(`SHA-256 of this signature: ${each?.hash}`)
        .and.include(`Code of this signature: ${verificationCode(each?.hash ?? '')}`)
    expect(lines.filter((line) => line.startsWith('How they came in: in Slack'))).to.have.lengthOf(2)
    const bytes = await receiptPdf(receipt)
    expect(await readPdfText(bytes)).to.include('September pack')
    // Tagged, with its language, so that a screen reader finds its headings.
    expect(Buffer.from(bytes).toString('latin1')).to.include('/StructTreeRoot').and.include('/Lang')
    expect(await check(bytes)).to.include({ kind: 'genuine', of: 'bundle', sameFile: true, named: true })
  })

  it('is altered with another name, another hash, or a document left out, put twice or in another place', async () => {
    await whole()
    const start = (receipt: Receipt, at: number) =>
      receipt.lines.findIndex(({ kind, text: said }) => kind === 'heading' && said.startsWith(`Document ${at} of`))
    const end = (receipt: Receipt) => receipt.lines.findIndex(({ text: said }) => said.startsWith('How to check'))
    const changes: readonly ((receipt: Receipt) => Receipt)[] = [
      (receipt) => ({
        ...receipt,
        lines: receipt.lines.map((l) => ({ ...l, text: l.text.replace('Łukasz', 'Lukasz') })),
      }),
      (receipt) => ({ ...receipt, lines: receipt.lines.map((l) => ({ ...l, text: l.text.replace(', edition 2015', ', edition 2016') })) }), // prettier-ignore
      (receipt) => ({
        ...receipt,
        lines: receipt.lines.toSpliced(start(receipt, 2), end(receipt) - start(receipt, 2)),
      }),
      (receipt) => ({ ...receipt, lines: receipt.lines.toSpliced(end(receipt), 0, ...receipt.lines.slice(start(receipt, 2), end(receipt))) }), // prettier-ignore
      (receipt) => ({ ...receipt, lines: receipt.lines.filter(({ label }) => label !== 'Excused by the school from') }),
    ]
    for (const change of changes) expect(await altered(change)).to.include({ kind: 'altered', of: 'bundle' })
  })

  it('says from when it no longer counts, once one of its signatures is withdrawn', async () => {
    await whole()
    const before = await receiptPdf(await certificate())
    await withdraw('e1')
    for (const bytes of [before, await receiptPdf(await certificate())]) {
      const verdict = await check(bytes)
      expect(verdict).to.include({ kind: 'withdrawn', of: 'bundle', sameFile: true })
      expect(sayVerdict(verdict, zone)).to.equal(
        'Genuine, but one of its signatures was withdrawn on 23 November 2026: the bundle is no longer signed whole.',
      )
    }
    expect(receiptText(await certificate())).to.include(
      'The signature of document 1 was withdrawn on 23 November 2026. It stays in the history and no longer counts.',
    )
  })

  it('is no evidence where it was practice, unknown in another journal, and found by its code', async () => {
    await whole(true)
    expect(await check(await receiptPdf(await certificate()))).to.include({ kind: 'practice', of: 'bundle' })
    const elsewhere = openStore(await tablesInMemory(), parts)
    const bytes = await receiptPdf(await certificate())
    expect(await verifyBytes(elsewhere.journal, { bytes, file: 'c.pdf', school })).to.deep.equal({ kind: 'unknown' })
    await elsewhere.close()
    const code = verificationCode((await kept.journal.entry('whole'))?.hash ?? '')
    expect(await verifyCode(kept.journal, { code, school })).to.equal('practice')
  })

  it('stands by its code alone only while all of its signatures stand', async () => {
    await whole()
    const code = verificationCode((await kept.journal.entry('whole'))?.hash ?? '')
    expect(await verifyCode(kept.journal, { code, school })).to.equal('bundle-genuine')
    await withdraw('e2')
    expect(await verifyCode(kept.journal, { code, school })).to.equal('bundle-withdrawn')
  })

  it('still holds once the names were erased, and says that they could not be checked', async () => {
    await whole()
    const bytes = await receiptPdf(await certificate())
    await happen(kept.journal, { id: 'gone', fact: { kind: 'erased', person: 'priya', by: 'operator' } })
    expect(receiptText(await certificate()).join('\n')).not.to.include('Łukasz')
    expect(await check(bytes)).to.include({ kind: 'genuine', of: 'bundle', named: false, sameFile: false })
  })

  it('cannot be checked where one of its signatures was changed behind it', async () => {
    await whole()
    await sql`update entry set fact = replace(fact, 'Europe/London', 'Europe/Dublin') where id = 'e2'`.execute(db)
    expect(await check(await receiptPdf(await certificate()))).to.include({ kind: 'broken' })
  })

  it('counts in a folder beside single ones', async () => {
    await whole()
    const single = await findReceipt(kept.journal, { entry: 'e1', school })
    if (single === undefined) throw new Error('There is no receipt.')
    writeFileSync(join(folder, 'one.pdf'), await receiptPdf(single.receipt))
    writeFileSync(join(folder, 'whole.pdf'), await receiptPdf(await certificate()))
    const checked = await checkFolder(kept.journal, { folder, school })
    expect(checked.map(({ file, verdict }) => [file, verdict.kind])).to.deep.equal([
      ['one.pdf', 'genuine'],
      ['whole.pdf', 'genuine'],
    ])
  })
})
