// `register receipt EMAIL --bundle ID`, on a real home folder: a certificate once everything is signed, on paper too,
// and not before.
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect } from 'chai'
import { readPdfText } from '../../../adapters/documents/pdf/open.ts'
import { campaignCommand } from '../../../src/command/campaign.ts'
import type { Command } from '../../../src/command/context.ts'
import { peopleCommand } from '../../../src/command/people.ts'
import { registerCommand } from '../../../src/command/register.ts'
import { signCommand } from '../../../src/command/sign.ts'
import { verifyCommand } from '../../../src/command/verify.ts'
import { run } from '../../kit/command.ts'
import { septemberPack } from '../../kit/september-pack.ts'
import { morePolicies, writeMeadowLane } from '../../kit/three-policies.ts'

const list = `Name,Email,Group,Start date,Roles
Ann Able,ann@school.example,teaching,2019-09-01,
Gita Rao,gita@school.example,governor,2019-09-01,
`

describe('register receipt, of a bundle', () => {
  const root = mkdtempSync(join(tmpdir(), 'policy-guide-'))
  const home = join(root, 'home')
  const file = join(root, 'bundle.pdf')
  const does = (command: Command, ...argv: string[]) => run(command, argv, { home })
  const receipt = (email: string, bundle = 'september-pack', ...more: string[]) =>
    does(registerCommand, 'receipt', email, '--bundle', bundle, '--out', file, ...more)
  const signs = (email: string, policy: string) =>
    does(signCommand, 'paper', '--email', email, '--policy', policy, '--on', '2026-11-20', '--kept', 'Cabinet 2')
  const entries = async () => {
    const { entries } = JSON.parse((await does(verifyCommand, '--json')).out.join()) as { entries: number }
    return entries
  }

  before(async () => {
    writeMeadowLane(home, { ...morePolicies(1), ...septemberPack })
    writeFileSync(join(root, 'staff.csv'), list)
    expect((await does(peopleCommand, 'import', join(root, 'staff.csv'), '--yes')).status).to.equal(0)
    const opened = await does(campaignCommand, 'open', '--bundle', 'september-pack', '--due', '2026-12-18')
    expect(opened.status, opened.err.join()).to.equal(0)
  })
  after(() => rmSync(root, { recursive: true, force: true }))

  it('is refused before all is signed, and writes nothing', async () => {
    expect((await signs('ann@school.example', 'attendance')).status).to.equal(0)
    const before = await entries()
    for (const [email, bundle] of [['ann@school.example'], ['ann@school.example', 'trips']] as const) {
      const refused = await receipt(email, bundle)
      expect(refused.status).to.equal(1)
      expect(refused.err.join()).to.include('has not signed all that')
    }
    expect((await receipt('nobody@school.example')).err.join()).to.include('Nobody here has the email address')
    expect(existsSync(file)).to.equal(false)
    expect(await entries()).to.equal(before)
  })

  it('is written once all is signed, is genuine, and is the same the next time', async () => {
    const unsigned = await entries()
    expect((await signs('ann@school.example', 'visitors')).status).to.equal(0)
    const before = await entries()
    expect(before, 'the paper, and that it was the last').to.equal(unsigned + 2)
    const written = await receipt('Ann@school.example', 'september-pack', '--json')
    expect(written.status, written.err.join()).to.equal(0)
    const bytes = readFileSync(file)
    const said = await readPdfText(bytes)
    expect(said).to.include('Ann Able').and.include('on paper, recorded by somebody else')
    const verified = await does(verifyCommand, file)
    expect(verified.status, verified.err.join()).to.equal(0)
    expect(verified.out.join('\n')).to.include('Genuine: entry').and.include('Visitors Policy')
    expect((await receipt('ann@school.example', 'september-pack.1')).status).to.equal(0)
    expect(readFileSync(file).equals(bytes), 'byte for byte').to.equal(true)
    expect(await entries(), 'recorded once').to.equal(before)
    expect((await does(verifyCommand)).status).to.equal(0)
  })

  it('of a governor waits for the document that only governors have, and is made up for after an excuse', async () => {
    const gita = 'gita@school.example'
    for (const policy of ['attendance', 'visitors']) expect((await signs(gita, policy)).status).to.equal(0)
    expect((await receipt(gita)).status).to.equal(1)
    const excused = ['excuse', '--email', gita, '--policy', 'rules-1', '--reason', 'Another room']
    expect((await does(signCommand, ...excused)).status).to.equal(0)
    const before = await entries()
    expect((await receipt(gita)).status).to.equal(0)
    expect(await entries(), 'recorded when asked for').to.equal(before + 1)
    expect(await readPdfText(readFileSync(file)))
      .to.include('2 documents')
      .and.match(/Excused by the school from:\s*rules-1/)
  })

  it('is proved signature by signature, and wants neither a policy nor another verb beside it', async () => {
    const proved = await does(verifyCommand, 'prove', file, join(root, 'proof.zip'))
    expect([proved.status, proved.err.join()]).to.deep.equal([
      1,
      'That certificate is for a bundle. One signature is proved at a time: give the certificate of one of its documents. Nothing was changed.',
    ])
    expect((await receipt('ann@school.example', 'september-pack', '--policy', 'visitors')).status).to.equal(2)
    expect((await does(registerCommand, 'list', '--bundle', 'september-pack')).status).to.equal(2)
  })
})
