// One certificate for a bundle, on every platform: it comes with the last signature and again on request, is recorded
// once, and its file can be verified like a single receipt.
import { expect } from 'chai'
import { verifyBytes, verifyCode } from '../../src/command/verify-receipt.ts'
import { verificationCode } from '../../src/declaration/receipt.ts'
import { receiptPdf } from '../../src/declaration/receipt-pdf.ts'
import { findReceipt } from '../../src/declaration/read-receipt.ts'
import type { Journal } from '../../src/ports/evidence.ts'
import { deedsIn, happen } from '../kit/evidence.ts'
import { septemberPack } from '../kit/september-pack.ts'
import { story as tell } from '../kit/stages.ts'
import type { Hand, Screen } from '../kit/story.ts'
import { meadowLane, morePolicies } from '../kit/three-policies.ts'

const library = meadowLane({ ...morePolicies(1), ...septemberPack })
const story = (what: string, told: Parameters<typeof tell>[1]) => tell(what, told, { library })
const school = library.school.name
const statements = /^I have read|^I will/

async function signs(hand: Hand, policy: string): Promise<Screen> {
  const { last } = await hand.says(`sign ${policy}`)
  const ticks = new Set(last.text.split('\n').filter((line) => statements.test(line)))
  const filled = Object.fromEntries([...ticks].map((line) => [line, 'yes']))
  return hand.fills({ ...filled, 'Your name, typed in full': 'Priya Nair' }, 'Sign')
}

async function opens(slt: Hand): Promise<void> {
  await slt.says('bundles')
  await slt.fills({ 'By which day': '18/12/2026' }, 'Show what it will do')
  await slt.presses('Open it all the same')
}

function certificatesIn({ cards }: Screen) {
  return cards.filter(({ title }) => title.includes('Your certificate: September pack'))
}

async function bundlesIn(journal: Journal) {
  return (await deedsIn(journal)).filter(({ fact }) => fact.kind === 'bundle-signed')
}

describe('a certificate for a bundle', () => {
  story('comes with the last signature, and again when asked for', async ({ slt, starter, world }) => {
    await opens(slt)
    const first = await signs(starter, 'attendance')
    expect(certificatesIn(first), 'after the first of two').to.deep.equal([])
    const [card] = certificatesIn(await signs(starter, 'visitors'))
    const [entry, ...others] = await bundlesIn(world.ports.journal)
    expect(others).to.deep.equal([])
    if (card === undefined || entry === undefined) throw new Error('There is no certificate.')
    expect(card.text)
      .to.include('Attendance Policy, edition ')
      .and.include('Visitors Policy, edition ')
      .and.include(`Verification code: ${verificationCode(entry.hash)}`)
      .and.include(`Head of the journal: ${entry.seq}:${entry.hash}`)
    const again = certificatesIn(await starter.says('my receipt'))
    expect(again.at(-1)?.text).to.include(verificationCode(entry.hash))
    expect(await bundlesIn(world.ports.journal), 'recorded once').to.have.lengthOf(1)
  })

  story('is judged by its file and by its code, also after a withdrawal', async ({ slt, starter, world }) => {
    const { journal } = world.ports
    await opens(slt)
    await signs(starter, 'visitors')
    await signs(starter, 'attendance')
    const [entry] = await bundlesIn(journal)
    if (entry?.fact.kind !== 'bundle-signed') throw new Error('There is no certificate.')
    const about = { entry: entry.id, school }
    const given = await findReceipt(journal, about)
    if (given === undefined) throw new Error('There is no certificate.')
    const bytes = await receiptPdf(given.receipt)
    const check = async () => verifyBytes(journal, { bytes, file: 'certificate.pdf', school })
    expect(await check()).to.include({
      kind: given.receipt.practice ? 'practice' : 'genuine',
      of: 'bundle',
      sameFile: true,
    })
    const { person, signatures } = entry.fact
    const signed = await journal.entry(signatures[0] ?? '')
    if (signed?.fact.kind !== 'signed') throw new Error('There is no signature.')
    expect(signed.fact.policy, 'in the order of the bundle').to.equal('attendance')
    const { policy, edition } = signed.fact
    const fact = { kind: 'withdrawn', policy, edition, person, entry: signed.id, by: 'operator' } as const
    await happen(journal, { id: 'withdrawal', fact })
    expect(await check()).to.include({ kind: 'withdrawn', of: 'bundle', sameFile: true })
    expect(await verifyCode(journal, { code: verificationCode(entry.hash), school })).to.equal('bundle-withdrawn')
    // Once it is signed again the bundle is complete again, with other signatures and another code.
    const card = certificatesIn(await signs(starter, 'attendance')).at(-1)
    const [, second] = await bundlesIn(journal)
    expect(card?.text).to.include(verificationCode(second?.hash ?? ''))
  })
})
