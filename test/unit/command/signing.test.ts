// The commands about signing, on a real home folder with an imported policy: what they print, write and refuse.
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DatabaseSync } from '@photostructure/sqlite'
import { expect } from 'chai'
import { unzipSync } from 'fflate'
import { campaignCommand } from '../../../src/command/campaign.ts'
import { readPdfText } from '../../../adapters/documents/pdf/open.ts'
import { peopleCommand } from '../../../src/command/people.ts'
import { policyCommand } from '../../../src/command/policy.ts'
import { registerCommand } from '../../../src/command/register.ts'
import { signCommand } from '../../../src/command/sign.ts'
import { verifyCommand } from '../../../src/command/verify.ts'
import type { Command } from '../../../src/command/context.ts'
import { run } from '../../kit/command.ts'

const list = `Name,Email,Group,Start date,Roles
Ann Able,ann@school.example,teaching,2019-09-01,slt
"=HYPERLINK(""http://x"")",bad@school.example,support,2019-09-01,
Zoë Łukasz,zoe@school.example,governor,2026-11-20,
`

describe('the commands about signing', () => {
  const root = mkdtempSync(join(tmpdir(), 'policy-guide-'))
  const home = join(root, 'home')
  const file = (name: string) => join(root, name)
  const ask = (command: Command, ...argv: string[]) => run(command, argv, { home })
  const open = () =>
    ask(campaignCommand, 'open', '--policy', 'social-media', '--audience', 'all', '--due', '2026-12-18')
  const paper = (email: string, ...more: string[]) =>
    ask(signCommand, 'paper', '--email', email, '--on', '2026-11-20', '--kept', 'Cabinet 2', ...more)

  before(async () => {
    writeFileSync(file('staff.csv'), list)
    mkdirSync(join(home, 'policies/social-media'), { recursive: true })
    const { status, err } = await ask(peopleCommand, 'import', file('staff.csv'), '--yes')
    expect(status, err.join()).to.equal(0)
  })
  after(() => rmSync(root, { recursive: true, force: true }))

  it('refuse a summary in other words, saying how to import the adopted text', async () => {
    for (const refused of [await open(), await paper('ann@school.example')]) {
      expect(refused.status).to.equal(1)
      expect(refused.err.join()).to.match(/npm run policy -- import FILE --policy social-media.*Nothing was changed\./)
    }
    expect((await ask(campaignCommand, 'list', '--json')).out).to.deep.equal(['[]'])
  })

  it('accept it once school.yaml does so in so many words', async () => {
    const school = readFileSync('knowledge/school.yaml', 'utf8')
    writeFileSync(join(home, 'school.yaml'), `${school}\nsigning: { acceptRestated: [social-media@2015-10] }\n`)
    const opened = await open()
    expect(opened.out.join(), opened.err.join()).to.include('social-media@2015-10.1: asks everybody to sign')
    expect((await open()).status, 'asked twice').to.equal(1)
  })

  const misuses: readonly (readonly [string, Command, readonly string[], RegExp])[] = [
    [
      'an audience that is none',
      campaignCommand,
      ['open', '--audience', 'teeching', '--due', '2026-12-18'],
      /Did you mean teaching\?/,
    ],
    [
      'a day that is none',
      campaignCommand,
      ['open', '--audience', 'all', '--due', '2026-02-30'],
      /--due “2026-02-30” is not a date/,
    ],
    ['an instant that is none', campaignCommand, ['list', '--at', 'yesterday'], /is not a date and time/],
    [
      'a policy that is not there',
      registerCommand,
      ['list', '--policy', 'social-meida'],
      /Did you mean social-media\?/,
    ],
    ['a standing that is none', registerCommand, ['list', '--standing', 'late'], /There is not-asked, asked/],
    ['a group that is none', registerCommand, ['export', '-', '--group', 'x'], /There is teaching/],
    ['an option that is none', signCommand, ['paper', '--emial', 'x'], /Usage/],
    ['nothing to keep', signCommand, ['paper', '--email', 'ann@school.example'], /Usage/],
    ['a head that is none', verifyCommand, ['--head', '12'], /is not the head/],
    ['a file that is not there', verifyCommand, ['no-such.pdf'], /cannot be read/],
    ['a verb that is none', registerCommand, ['burn', 'x'], /Usage/],
  ]
  for (const [what, command, argv, said] of misuses) {
    it(`say what is wrong with ${what}`, async () => {
      const { status, err, out } = await ask(command, ...argv)
      expect(err.join('\n')).to.match(said)
      expect(status).to.equal(2)
      expect(out).to.be.empty
    })
  }

  it('record paper for one who signed it, once, by whoever may', async () => {
    writeFileSync(file('scan.png'), 'a picture')
    expect((await paper('ann@school.example', '--picture', file('staff.csv'))).err.join()).to.include('no picture')
    const recorded = await paper('ann@school.example', '--picture', file('scan.png'))
    expect(recorded.out.join(), recorded.err.join()).to.include('Ann Able is told of it by the bot')
    expect((await paper('ann@school.example')).err.join()).to.include(
      'Ann Able signed edition 2015-10 already: recorded on 23 November 2026',
    )
    expect((await paper('nobody@school.example')).status).to.equal(1)
    const byZoe = await paper('bad@school.example', '--by', 'zoe@school.example')
    expect(byZoe.err.join()).to.match(
      /Zoë Łukasz may not record this: the senior leadership team or an administrator can/,
    )
    const printed = await paper('bad@school.example', '--name', 'Wat Tyler', '--by', 'ANN@school.example', '--json')
    expect(printed.status).to.equal(0)
    const ahead = await ask(
      signCommand,
      'paper',
      '--email',
      'zoe@school.example',
      '--on',
      '2027-01-01',
      '--kept',
      'Here',
    )
    expect(ahead.err.join()).to.include('has not come yet')
  })

  it('record nothing of oneself, and nothing at another time than the clock’s', async () => {
    const entries = async () => (await ask(verifyCommand, '--json')).out.join()
    const before = await entries()
    const own = ['--email', 'ann@school.example', '--by', 'Ann@school.example']
    const excused = await ask(signCommand, 'excuse', ...own, '--reason', 'Leave')
    expect([excused.status, excused.err.join()]).to.deep.equal([
      1,
      'Nobody excuses themselves. Another senior leader can. Nothing was changed.',
    ])
    const papered = await ask(signCommand, 'paper', ...own, '--on', '2026-11-20', '--kept', 'Cabinet 2')
    expect([papered.status, papered.err.join().includes('Nobody records a paper of their own')]).to.deep.equal([
      1,
      true,
    ])
    for (const at of ['2025-09-02T09:00:00Z', '2031-01-01T09:00:00Z']) {
      const refused = await paper('zoe@school.example', '--at', at)
      expect([refused.status, refused.out]).to.deep.equal([2, []])
      expect(refused.err.join()).to.match(/^--at is for looking, and for practice.*A paper’s own day is --on\.$/)
    }
    expect(await entries()).to.equal(before)
  })

  it('show who stands where, with totals', async () => {
    const { out } = await ask(registerCommand, 'list', '--json')
    const { totals, people } = JSON.parse(out.join()) as {
      totals: { all: object }
      people: { name: string; standing: { kind: string } }[]
    }
    expect(people.map(({ name, standing }) => [name, standing.kind])).to.deep.equal([
      ['=HYPERLINK("http://x")', 'signed'],
      ['Ann Able', 'signed'],
      ['Zoë Łukasz', 'asked'],
    ])
    expect(totals.all).to.include({ signed: 2, outstanding: 1, percent: 66 })
    expect((await ask(registerCommand, 'list', '--standing', 'asked')).out).to.have.length(5)
    expect((await ask(registerCommand, 'list')).out[1]).to.equal('Ann Able (teaching): signed on 20 November 2026')
    const later = await ask(registerCommand, 'list', '--at', '2026-11-19T12:00:00Z')
    expect(later.out.join('\n'), 'before her first day').to.include('Zoë Łukasz (governor): not asked')
    expect((await ask(registerCommand, 'list', '--practice')).out).to.deep.equal(['All: nobody is asked.'])
  })

  it('excuse somebody and ask them again', async () => {
    expect((await ask(signCommand, 'excuse', '--email', 'zoe@school.example')).status).to.equal(1)
    expect(
      (await ask(signCommand, 'excuse', '--email', 'zoe@school.example', '--reason', 'Leave', '--until', '2026-11-30'))
        .status,
    ).to.equal(0)
    expect((await ask(registerCommand, 'list')).out.join()).to.include('excused until 30 November 2026')
    expect((await ask(signCommand, 'end-excuse', '--email', 'zoe@school.example')).status).to.equal(0)
  })

  it('write a spreadsheet in which a name is no formula', async () => {
    const { status } = await ask(registerCommand, 'export', file('register.csv'))
    expect(status).to.equal(0)
    const lines = readFileSync(file('register.csv'), 'utf8').split('\r\n')
    expect(lines[0]?.charCodeAt(0)).to.equal(0xfeff)
    expect(lines).to.have.length(5)
    expect(lines[1]).to.match(/^"'=HYPERLINK/)
    const { out } = await ask(registerCommand, 'export', '-')
    expect(out.map((line) => `${line}\n`).join('')).to.equal(readFileSync(file('register.csv'), 'utf8'))
  })

  it('give a receipt that verifies, and tell when it was altered, is unknown, or was withdrawn since', async () => {
    await ask(registerCommand, 'receipt', 'ann@school.example', '--out', file('ann.pdf'))
    const good = await ask(verifyCommand, file('ann.pdf'))
    expect(good.status).to.equal(0)
    expect(good.out.join('\n')).to.match(
      /^Genuine: entry 6 [^]*Signed by, on the school’s record: Ann Able[^]*SHA-256 of the paper’s picture: [0-9a-f]{64}/,
    )
    // The file writes words as hexadecimal digits, four for each letter; this swaps the first two letters.
    const source = readFileSync(file('ann.pdf'), 'latin1')
    const altered = source.replace(/\[<([0-9a-f]{4})(?!\1)([0-9a-f]{4})/i, '[<$2$1')
    expect(altered).not.to.equal(source)
    writeFileSync(file('altered.pdf'), altered, 'latin1')
    const bad = await ask(verifyCommand, file('altered.pdf'))
    expect([bad.status, bad.err[0]?.slice(0, 7)]).to.deep.equal([1, 'Altered'])
    // Another program may save the same words as a different file.
    writeFileSync(file('resaved.pdf'), `${source}\n% saved again\n`, 'latin1')
    expect((await ask(verifyCommand, file('resaved.pdf'))).out[0]).to.include('not byte for byte')
    const elsewhere = await run(verifyCommand, [file('ann.pdf')], { home: join(root, 'another-home') })
    expect([elsewhere.status, elsewhere.err[0]?.slice(0, 28)]).to.deep.equal([1, 'There is nothing to verify. '])

    const gone = await ask(
      signCommand,
      'withdraw',
      '--email',
      'ann@school.example',
      '--reason',
      'Signed for somebody else',
    )
    expect(gone.status).to.equal(0)
    const since = await ask(verifyCommand, file('ann.pdf'), '--json')
    expect(since.status).to.equal(1)
    expect(JSON.parse(since.out.join())).to.include({ kind: 'withdrawn', sameFile: true })
    expect((await ask(registerCommand, 'receipt', 'ann@school.example', '--out', file('no.pdf'))).status).to.equal(1)
    expect(existsSync(file('no.pdf'))).to.be.false
  })

  it('check a folder of receipts at once: each signer is a witness', async () => {
    const folder = join(root, 'receipts')
    mkdirSync(join(folder, 'more'), { recursive: true })
    cpSync(file('ann.pdf'), join(folder, 'ann.pdf'))
    cpSync(file('resaved.pdf'), join(folder, 'more/again.pdf'))
    const good = await ask(verifyCommand, folder)
    expect([good.status, good.out[0]], good.err.join()).to.deep.equal([0, '2 of 2 say the same as the journal.'])
    expect(good.out[1]).to.match(/^Up to entry \d+ the journal is the one/)
    cpSync(file('altered.pdf'), join(folder, 'more/altered.pdf'))
    const bad = await ask(verifyCommand, folder)
    expect([bad.status, bad.err[0]?.slice(0, 25)]).to.deep.equal([1, 'more/altered.pdf: Altered'])
    mkdirSync(join(root, 'none'))
    expect((await ask(verifyCommand, join(root, 'none'))).status).to.equal(1)
  })

  it('prove one signature to somebody who has OpenSSL, and no name but its own', async () => {
    const zip = file('proof.zip')
    const { status, out, err } = await ask(verifyCommand, 'prove', file('ann.pdf'), zip)
    expect([status, out[0]], err.join()).to.deep.equal([0, out[0]?.startsWith('Written') === true ? out[0] : 'Written'])
    const files = Object.entries(unzipSync(new Uint8Array(readFileSync(zip))))
    const place = join(root, 'proof')
    const lay = () => {
      mkdirSync(place, { recursive: true })
      for (const [name, bytes] of files) writeFileSync(join(place, name), bytes)
    }
    const check = () => spawnSync('bash', ['check.sh'], { cwd: place, encoding: 'utf8' })
    lay()
    const held = check()
    expect([held.status, held.stderr], held.stdout).to.deep.equal([0, ''])
    expect(held.stdout).to.include('name: holds').and.to.include('way up: holds')
    const all = files.map(([, bytes]) => Buffer.from(bytes).toString('utf8')).join()
    expect(all)
      .to.include('Ann Able')
      .and.not.match(/Zoë|HYPERLINK/)
    for (const [name, spoil] of [
      ['name.txt', (text: string) => `${text}x`],
      ['entry.json', (text: string) => text.replace('paper', 'chat!')],
      ['path.txt', (text: string) => text.replace('left', 'right')],
      ['tree.txt', (text: string) => text.replace(/.\n$/, (end) => (end.startsWith('0') ? '1\n' : '0\n'))],
    ] as const) {
      lay()
      const before = readFileSync(join(place, name), 'utf8')
      writeFileSync(join(place, name), spoil(before))
      expect(spoil(before), name).not.to.equal(before)
      expect(check().status, name).to.equal(1)
    }
    expect((await ask(verifyCommand, 'prove', file('ann.pdf'), zip)).status, 'never over another').to.equal(1)
  })

  it('write an inspection pack in which every hash can be checked with other tools', async () => {
    const { status, out, err } = await ask(registerCommand, 'pack', file('pack.zip'))
    expect(status, out.join()).to.equal(0)
    expect(err.slice(0, 3), 'says how far it is').to.deep.equal([
      '  checking the journal',
      '  writing README.txt',
      '  writing summary.pdf',
    ])
    expect(err.length).to.be.at.most(10)
    const files = unzipSync(new Uint8Array(readFileSync(file('pack.zip'))))
    const text = (name: string) => Buffer.from(files[name] ?? []).toString('utf8')
    const sha = (data: string | Uint8Array) => createHash('sha256').update(data).digest('hex')
    expect(Object.keys(files)).to.include.members([
      'README.txt',
      'summary.pdf',
      'register.csv',
      'signatures.csv',
      'journal.jsonl',
      'verification.json',
    ])
    expect(Object.keys(files)).to.include(`papers/${sha('a picture')}.png`)
    for (const [name, bytes] of Object.entries(files).filter(([name]) => name.startsWith('editions/')))
      expect(name).to.match(new RegExp(`^editions/2015-10/(declaration|whole-edition)-${sha(bytes)}\\.txt$`))
    let before = '0'.repeat(64)
    for (const line of text('journal.jsonl').trimEnd().split('\n')) {
      const hash = /"hash":"([0-9a-f]{64})",/.exec(line)?.[1]
      expect(sha(line.replace(/"hash":"[0-9a-f]{64}",/, ''))).to.equal(hash)
      expect(line).to.include(`"before":"${before}"`)
      before = hash ?? ''
    }
    expect(text('README.txt')).to.include(`Its head: 10:${before}`).and.to.include('Known outside: none.')
    const doubt = 'another name typed than on record'
    expect(text('signatures.csv')).to.include(doubt).and.to.include('Wat Tyler')
    expect(text('register.csv')).to.include(doubt)
    const summary = await readPdfText(files['summary.pdf'] ?? new Uint8Array())
    expect(summary).to.include('Another name typed than on record: 1').and.to.include('Known outside: none.')
    expect(summary).to.include('All: 1 of 3 signed (33%).').and.to.include('The journal holds: 10 entries')
    expect((await ask(registerCommand, 'pack', file('pack.zip'))).status, 'never over another').to.equal(2)
  })

  it('verify the whole journal, hold it to a published head, and name an entry that was changed by hand', async () => {
    const good = await ask(verifyCommand)
    expect([good.status, good.out[0]]).to.deep.equal([
      0,
      'The journal holds: 10 entries, 2 signatures, each with its wording.',
    ])
    const head = good.out[1]?.slice('Its head: '.length) ?? ''
    expect((await ask(verifyCommand, '--head', head)).status).to.equal(0)
    expect(
      (
        await ask(
          verifyCommand,
          '--head',
          head.replace(/.$/, (last) => (last === '0' ? '1' : '0')),
        )
      ).status,
    ).to.equal(1)

    const copy = join(root, 'copy')
    cpSync(home, copy, { recursive: true })
    const database = new DatabaseSync(join(copy, 'policy-guide.db'))
    database.exec(`update entry set fact = replace(fact, '2026-11-20', '2026-11-10') where seq = 6`)
    database.close()
    const { status, err } = await run(verifyCommand, [], { home: copy })
    expect([status, err]).to.deep.equal([1, ['The journal does not hold. Entry 6 was changed after it was sealed.']])
  })

  it('ask again when the adopted text is imported under the id of the summary that was accepted', async () => {
    const copy = join(root, 'adopted')
    cpSync(home, copy, { recursive: true })
    const summary = readFileSync('knowledge/policies/social-media/2015-10.md', 'utf8')
    const adopted = summary.replace('wording: restated', 'wording: adopted').replace('I have read', 'I have received')
    expect(adopted).not.to.equal(summary)
    mkdirSync(join(copy, 'policies/social-media'), { recursive: true })
    writeFileSync(join(copy, 'policies/social-media/2015-10.md'), adopted)
    const unread = await run(registerCommand, ['list', '--policy', 'social-media'], { home: copy })
    expect(unread.err.join()).to.include('waits for somebody to confirm')
    await run(policyCommand, ['confirm', 'social-media', 'declaration', 'A2', '--yes'], { home: copy })
    const { out } = await run(registerCommand, ['list'], { home: copy })
    expect(out[0]).to.include('signed an earlier wording on').and.include('due 18 December 2026')
    await run(registerCommand, ['export', file('adopted.csv')], { home: copy })
    expect(readFileSync(file('adopted.csv'), 'utf8')).to.include('signed an earlier wording')
    const again = ['paper', '--email', 'bad@school.example', '--on', '2026-11-21', '--kept', 'Cabinet 2']
    expect((await run(signCommand, again, { home: copy })).status).to.equal(0)
    expect((await run(registerCommand, ['list'], { home: copy })).out[0]).to.include('signed on')
    expect((await run(verifyCommand, [], { home: copy })).out[0]).to.include('3 signatures')
  })

  it('mark a new edition, so that signatures carry over or do not', async () => {
    const edition = readFileSync('knowledge/policies/social-media/2015-10.md', 'utf8')
    const next = edition
      .replace('edition: 2015-10', 'edition: 2016-10')
      .replace('published: 2015-10-26', 'published: 2016-10-01')
    writeFileSync(join(home, 'policies/social-media/2016-10.md'), next)
    const mark = (...argv: string[]) => ask(campaignCommand, 'mark', '--policy', 'social-media', ...argv)
    const bad = async () => (await ask(registerCommand, 'list')).out[0]
    // During a campaign, earlier signatures count until somebody says what the new edition changes.
    expect(await bad()).to.include('carried over')
    expect((await ask(campaignCommand, 'list')).out.join()).to.include('nobody has said whether it changes')
    expect((await mark('--edition', '2016-10', '--as', 'material')).out.join()).to.include('edition 2016-10, by')
    expect(await bad()).to.include('signed an earlier edition')
    expect((await mark('--edition', '2016-10', '--as', 'editorial', '--practice')).out.join()).to.match(/^PRACTICE /)
    expect(await bad(), 'marked among invented people').to.include('signed an earlier edition')
    expect((await mark('--edition', '2016-10', '--as', 'editorial')).out.join()).to.include('carry over')
    expect(await bad()).to.include('carried over')
    expect((await mark('--edition', '2016-10', '--as', 'editorial')).status).to.equal(1)
    expect((await mark('--edition', '2016-10', '--as', 'material')).status).to.equal(0)
    expect(await bad()).to.include('signed an earlier edition')
    expect((await mark('--edition', '2017-10', '--as', 'material')).status).to.equal(2)
    expect((await mark('--edition', '2016-10', '--as', 'small')).status).to.equal(2)
  })

  it('change a running campaign, with why, and look for what is doubtful before one is opened', async () => {
    const id = 'social-media@2015-10.1'
    const change = (...argv: string[]) => ask(campaignCommand, 'change', id, ...argv)
    expect((await change('--due', '2027-01-15')).status, 'without why').to.equal(2)
    expect((await change('--due', '2020-01-15', '--why', 'Snow')).err.join()).to.include('That day has passed')
    const sunday = ['--due', '2027-01-17', '--why', 'Snow']
    const asked = await change(...sunday)
    expect([asked.status, asked.err.join()]).to.deep.equal([
      1,
      '17 January 2027 is a Sunday. The last working day before it is 15 January 2027. Say --yes to change it all the same. Nothing was changed.',
    ])
    expect(JSON.parse((await change(...sunday, '--json')).out.join())).to.include({ outcome: 'doubtful' })
    const shown = await run(campaignCommand, ['change', id, ...sunday], { home, interactive: true, input: ['n'] })
    expect(shown.out.join(' '))
      .to.include('17 January 2027 is a Sunday.')
      .and.match(/asked to sign.*Change this campaign\? \[y\/N\]/)
    expect((await ask(campaignCommand, 'list')).out.join(), 'only shown').to.not.include('17 January 2027')
    expect((await change(...sunday, '--yes')).out.join()).to.include('by 17 January 2027')
    expect((await change('--due', '2027-01-15', '--why', 'Snow')).out.join()).to.include('by 15 January 2027')
    expect((await change('--due', '2027-01-15', '--why', 'Snow')).err.join()).to.include('That is how it is already')
    const school = readFileSync(join(home, 'school.yaml'), 'utf8')
    writeFileSync(
      join(home, 'school.yaml'),
      school.replaceAll('[social-media@2015-10]', '[social-media@2015-10, social-media@2016-10]'),
    )
    const opening = ['open', '--policy', 'social-media', '--audience', 'trainee', '--due', '2026-12-20']
    const doubtful = await ask(campaignCommand, ...opening)
    expect([doubtful.status, doubtful.err.join()]).to.deep.equal([
      1,
      'Nobody belongs to this audience, so nobody is asked. 20 December 2026 is a Sunday. The last working day before it is 18 December 2026. Say --yes to open it all the same. Nothing was changed.',
    ])
    const told = JSON.parse((await ask(campaignCommand, ...opening, '--json')).out.join()) as {
      doubts: { kind: string }[]
    }
    expect(told.doubts.map(({ kind }) => kind)).to.deep.equal(['nobody', 'day-off'])
    expect((await ask(campaignCommand, ...opening, '--yes')).status).to.equal(0)
    expect((await ask(verifyCommand)).status, 'the journal holds').to.equal(0)
  })

  it('close a campaign, once, and open it again', async () => {
    expect((await ask(campaignCommand, 'close', 'social-media@2015-10.1')).status).to.equal(0)
    expect((await ask(campaignCommand, 'close', 'social-media@2015-10.1')).err.join()).to.include(
      'closed on 23 November 2026',
    )
    expect((await ask(campaignCommand, 'close', 'x')).status).to.equal(1)
    expect((await ask(campaignCommand, 'list')).out.join()).to.include('closed on 23 November 2026')
    expect((await ask(campaignCommand, 'reopen', 'social-media@2015-10.1')).out.join()).to.include('Open again')
    expect((await ask(campaignCommand, 'reopen', 'social-media@2015-10.1')).status).to.equal(1)
    expect((await ask(verifyCommand)).status, 'the journal holds').to.equal(0)
  })
})
