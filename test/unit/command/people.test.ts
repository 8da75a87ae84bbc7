// `people`: a list is imported completely or not at all, people are shown, and erasing them leaves the evidence in
// place.
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect } from 'chai'
import { openSqlite } from '../../../adapters/store/sqlite.ts'
import { openStore } from '../../../adapters/store/store.ts'
import { askForYes } from '../../../src/approval/decide.ts'
import { peopleCommand } from '../../../src/command/people.ts'
import { signCommand } from '../../../src/command/sign.ts'
import { verifyCommand } from '../../../src/command/verify.ts'
import { takeCase } from '../../../src/referral/change.ts'
import { openCase } from '../../../src/referral/open-case.ts'
import { run } from '../../kit/command.ts'
import { day, parts } from '../../kit/evidence.ts'
import { inline, xlsx } from '../../kit/documents/xlsx.ts'

let home: string
beforeEach(() => (home = mkdtempSync(join(tmpdir(), 'policy-guide-people-'))))
afterEach(() => rmSync(home, { recursive: true, force: true }))

function file(csv: string): string {
  const path = join(home, 'people.csv')
  writeFileSync(path, csv)
  return path
}

const people = (...argv: readonly string[]) => run(peopleCommand, argv, { home })

async function names(): Promise<string[]> {
  const { out } = await people('list', '--json')
  return (JSON.parse(out[0] ?? '') as { name: string }[]).map(({ name }) => name)
}

/** This person asks a question, which Bo Lin takes, and asks for a yes to a draft. */
async function asksAndDrafts(email: string): Promise<void> {
  const kept = openStore(await openSqlite(join(home, 'policy-guide.db')), { ...parts, newId: () => 'id' })
  const [asker, taker] = [await kept.people.byEmail(email), await kept.people.byEmail('bo@s.example')]
  const asked = {
    at: new Date('2026-11-23T09:00:00Z'),
    asker: asker?.id ?? '',
    practice: false,
    platform: 'web',
    offered: [taker?.id ?? ''],
  } as const
  const about = { what: 'question', policy: undefined, edition: undefined, section: undefined } as const
  const given = { ...asked, id: 'c1', about, route: 'slt', due: day('2026-11-26'), words: 'May I keep bees?' } as const
  await kept.cases.change('c1', (found) => openCase(found, given))
  await kept.cases.change('c1', (found) => takeCase(found, { by: taker?.id ?? '', at: asked.at }))
  const draft = {
    ...asked,
    id: 'd1',
    about: { policy: 'p', edition: 'e', sections: [] },
    draft: 'Come and see our zeppelin',
  }
  await kept.approvals.change('d1', (found) => askForYes(found, draft))
  await kept.close()
}

const two = 'Name,Email,Group\nAda Okafor,ada@s.example,teaching\nBo Lin,bo@s.example,support\n'

describe('the people command', () => {
  it('brings in a list, and the same list again changes nothing', async () => {
    const { status, out } = await people('import', file(two), '--yes')
    expect(status).to.equal(0)
    expect(out.join('\n')).to.include('Joining (2)')
    expect(await names()).to.deep.equal(['Ada Okafor', 'Bo Lin'])
    const again = await people('import', file(two), '--yes')
    expect(again.out).to.deep.equal(['2 rows change nothing.'])
  })

  it('shows fifty of each kind, and says how many more there are', async () => {
    const many = Array.from({ length: 60 }, (_, n) => `Person ${n},p${n}@s.example,teaching\n`).join('')
    const { status, out } = await people('import', file(`Name,Email,Group\n${many}`), '--dry-run')
    expect(status).to.equal(0)
    const text = out.join('\n')
    expect(text).to.include('Joining (60)').and.include('and 10 more')
    expect(text.match(/@s\.example/g)).to.have.length(50)
  })

  it('brings in a workbook as it brings in a list, and names a row by its number there', async () => {
    const sheetOf = (...rows: readonly (readonly string[])[]) =>
      rows
        .map((cells, at) => {
          const held = cells.map((text, n) => inline(`${'ABC'.charAt(n)}${at + 1}`, text)).join('')
          return `<row r="${at + 1}">${held}</row>`
        })
        .join('')
    const list = [
      ['Name', 'Email', 'Group'],
      ['Ada Okafor', 'ada@s.example', 'teaching'],
      ['Bo, "Bob" Lin', 'bo@s.example', 'support'],
    ]
    const path = join(home, 'people.xlsx')
    writeFileSync(path, xlsx({ sheets: [{ name: 'Staff', rows: sheetOf(...list) }] }))
    const { status, out } = await people('import', path, '--yes')
    expect(status, out.join()).to.equal(0)
    expect(await names()).to.deep.equal(['Ada Okafor', 'Bo, "Bob" Lin'])

    writeFileSync(
      path,
      xlsx({ sheets: [{ name: 'Staff', rows: sheetOf(...list, ['Cy Dow', 'nowhere', 'teaching']) }] }),
    )
    const { err } = await people('import', path, '--yes')
    expect(err.join()).to.match(/people\.xlsx:4 /)
    writeFileSync(path, 'PK and nothing that is packed')
    expect((await people('import', path, '--yes')).err.join()).to.include('Nothing was changed')
  })

  it('changes nothing without a yes, nor in a dry run', async () => {
    expect((await people('import', file(two))).status).to.equal(1)
    expect((await people('import', file(two), '--dry-run', '--yes')).err.join()).to.include('dry run')
    expect(await names()).to.deep.equal([])
  })

  it('takes nothing of a file with a bad row, and names each with its line', async () => {
    const { status, err } = await people('import', file(`${two}Cy Dow,nowhere,teaching\nDi Ray,,wizard\n`), '--yes')
    expect(status).to.equal(1)
    expect(err.filter((line) => /people\.csv:[45] /.test(line))).to.have.length(2)
    expect(err.at(-1)).to.include('nothing was changed')
    expect(await names()).to.deep.equal([])
  })

  it('lets whoever is missing from the list leave, keeps them known, and takes them back', async () => {
    await people('import', file(two), '--yes')
    const { out } = await people('import', file('Name,Email\nAda Okafor,ada@s.example\n'), '--yes')
    expect(out.join('\n')).to.include('Leaving (1)').and.include('Bo Lin')
    expect(await names()).to.deep.equal(['Ada Okafor'])
    expect((await people('list', '--leavers')).out.join())
      .to.include('Bo Lin')
      .and.include('last day 22 November 2026')
    expect((await people('import', file(two), '--yes')).out.join('\n')).to.include('Coming back (1)')
    expect(await names()).to.deep.equal(['Ada Okafor', 'Bo Lin'])
  })

  it('does not let a fifth of the school leave by mistake', async () => {
    const many = Array.from({ length: 10 }, (_, n) => `Person ${n},p${n}@s.example`).join('\n')
    await people('import', file(`Name,Email\n${many}\n`), '--yes')
    const few = file('Name,Email\nPerson 1,p1@s.example\n')
    const refused = await people('import', few, '--yes')
    expect(refused.status).to.equal(1)
    expect(refused.err.join()).to.include('--part').and.include('--leavers')
    expect(await names()).to.have.length(10)
    expect((await people('import', few, '--part', '--yes')).status).to.equal(0)
    expect(await names()).to.have.length(10)
    expect((await people('import', few, '--leavers', '--yes')).status).to.equal(0)
    expect(await names()).to.deep.equal(['Person 1'])
  })

  it('asks whether a leaver and a joiner are one person, and takes neither for granted', async () => {
    await people('import', file('Name,Email,Group\nAda Okafor,ada@s.example,teaching\nBo Lin,bo@s.example,\n'), '--yes')
    const married = file('Name,Email\nAda Brown,ada@new.example\nBo Lin,bo@s.example\n')
    const refused = await people('import', married, '--yes')
    expect([refused.status, refused.err[0]?.includes('the same first part of the address')]).to.deep.equal([1, true])
    expect(refused.err.join()).to.include('--same').and.include('--different')
    expect((await people('import', married, '--same', '--yes')).status).to.equal(0)
    const shown = JSON.parse((await people('list', '--json')).out.join()) as { name: string; group?: string }[]
    expect(shown.map(({ name, group }) => [name, group])).to.deep.equal([['Ada Brown', 'teaching'], ['Bo Lin', undefined]]) // prettier-ignore
    expect((await run(verifyCommand, [], { home })).status).to.equal(0)
  })

  it('joins two, says what that does, and takes it back', async () => {
    await people('import', file(two), '--yes')
    const joined = await people('join', 'ada@s.example', 'bo@s.example', '--yes')
    expect(joined.status, joined.err.join()).to.equal(0)
    expect(joined.out.join('\n'))
      .to.include('becomes another name of Bo Lin')
      .and.include('Both stand on the school’s list')
    expect(await names()).to.deep.equal(['Bo Lin'])
    expect((await people('join', 'ada@s.example', 'bo@s.example', '--yes')).err.join()).to.include('one person already')
    expect((await people('unjoin', 'ada@s.example', '--yes')).status).to.equal(0)
    expect(await names()).to.deep.equal(['Ada Okafor', 'Bo Lin'])
    expect((await people('unjoin', 'ada@s.example', '--yes')).status).to.equal(1)
    expect((await run(verifyCommand, [], { home })).status).to.equal(0)
  })

  it('says which lists were brought in, and takes one back after saying what that does', async () => {
    expect((await people('lists')).out).to.deep.equal(['No list was brought in yet.'])
    expect((await people('undo', '--yes')).err.join()).to.include('No list was brought in')
    await people('import', file(two), '--yes')
    await people('import', file(two.replace('Bo Lin', 'Bo Lind')), '--yes')
    const { out } = await people('lists', '--json')
    expect(
      (JSON.parse(out[0] ?? '') as { rows: number; changes: number }[]).map(({ rows, changes }) => [rows, changes]),
    ).to.deep.equal([
      [2, 1],
      [2, 2],
    ])
    const undone = await people('undo', '--yes')
    expect(undone.status).to.equal(0)
    expect(undone.out.join('\n')).to.include('as before again: 1').and.include('gone again').and.include('Done.')
    expect(await names()).to.deep.equal(['Ada Okafor', 'Bo Lin'])
    const twice = await people('undo', '--yes', '--json')
    expect(twice.status).to.equal(1)
    expect(twice.out.join()).to.include('nothing-to-undo')
    const first = (JSON.parse(out[0] ?? '') as { id: string }[])[1]?.id ?? ''
    expect((await people('undo', first, '--yes')).status).to.equal(0)
    expect(await names()).to.deep.equal([])
    expect((await run(verifyCommand, [], { home })).status).to.equal(0)
  })

  it('moves everybody to another domain in one step', async () => {
    await people('import', file(two), '--yes')
    expect((await people('move-domain', 's.example', 'nonsense', '--yes')).status).to.equal(1)
    const moved = await people('move-domain', 's.example', 't.example', '--yes')
    expect([moved.status, moved.out[0]]).to.deep.equal([
      0,
      '2 of 2 people get an address at t.example in place of s.example.',
    ])
    expect((await people('show', 'ada@t.example')).status).to.equal(0)
    expect((await run(verifyCommand, [], { home })).status).to.equal(0)
  })

  for (const [what, content, said] of [
    ['a PDF', '%PDF-1.7', 'a PDF'],
    ['an empty file', '', 'is empty'],
    ['a quotation mark that never closes', 'Name\n"Ada\n', 'never closed'],
    ['no name column', 'Email\na@s.example\n', 'what people are called'],
  ] as const) {
    it(`refuses ${what}`, async () => {
      const { status, err } = await people('import', file(content), '--yes')
      expect(status).to.equal(1)
      expect(err.join('\n')).to.include(said)
    })
  }

  it('says when there is no such file, and what it can do', async () => {
    expect((await people('import', join(home, 'none.csv'))).err.join()).to.include('cannot be read')
    expect((await people()).status).to.equal(2)
    expect((await people('show', 'nobody')).err.join()).to.include('not an email address')
    expect((await people('show', 'a@s.example')).status).to.equal(1)
    expect((await people('list', '--at', 'yesterday')).err.join()).to.include('not a date and time')
  })

  it('shows all that is kept of somebody, and erases what says who they are', async () => {
    writeFileSync(
      join(home, 'school.yaml'),
      'name: A School\nzone: Europe/London\nsigning: { acceptRestated: [social-media@2015-10] }\n',
    )
    await people('import', file(two), '--yes')
    const paper = [
      'paper',
      '--policy',
      'social-media',
      '--email',
      'ada@s.example',
      '--on',
      '2026-11-20',
      '--kept',
      'Folder 3',
    ]
    const signed = await run(signCommand, paper, { home })
    expect(signed.status, signed.err.join()).to.equal(0)
    const shown = await people('show', 'ada@s.example')
    expect(shown.out.join('\n')).to.include('Ada Okafor').and.include('Folder 3').and.include('signed social-media')
    expect(JSON.parse((await people('show', 'ada@s.example', '--json')).out[0] ?? '')).to.have.nested.property(
      'person.email',
    )

    await asksAndDrafts('ada@s.example')
    const more = (await people('show', 'ada@s.example')).out.join('\n')
    expect(more)
      .to.match(
        /Cases:\n {2}c1 {2}23 November 2026 {2}asked a person, taken\n {6}23 November 2026 asked: May I keep bees\?/,
      )
      .and.match(/Drafts that wait for a yes:\n {2}d1 {2}23 November 2026 {2}Come and see our zeppelin/)
    const bo = (await people('show', 'bo@s.example')).out.join('\n')
    expect(bo)
      .to.match(/Cases:\n {2}c1 {2}23 November 2026 {2}has, or may take, what somebody asked, taken\n/)
      .and.include('Drafts that wait for a yes: none')
      .and.not.match(/bees|zeppelin/)

    expect((await people('erase', 'ada@s.example')).status).to.equal(1)
    mkdirSync(join(home, 'backups'), { recursive: true })
    writeFileSync(join(home, 'backups/monday.db'), '')
    const erased = await people('erase', 'ada@s.example', '--yes')
    expect([erased.status, erased.out.join().includes('may still hold them: backups/monday.db')]).to.eql([0, true])
    expect(await names()).to.deep.equal(['Bo Lin'])
    expect((await people('show', 'ada@s.example')).status).to.equal(1)
    const verified = await run(verifyCommand, [], { home })
    expect(verified.status, verified.out.join()).to.equal(0)
    expect((await people('erase', 'ada@s.example', '--yes')).status).to.equal(1)
  })
})
