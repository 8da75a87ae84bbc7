// Importing documents on the command line: many at once, facts corrected, and doubts asked about or left open.
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect } from 'chai'
import { z } from 'zod'
import type { Command } from '../../../src/command/context.ts'
import { loadLibrary } from '../../../src/command/knowledge.ts'
import { policyCommand } from '../../../src/command/policy.ts'
import { run, type Ran } from '../../kit/command.ts'

const keys = [
  'Key Policy',
  '',
  'Reviewed: March 2026',
  '',
  '1. Keys',
  'Staff must hand keys back to the office. The governors review this policy every two years.',
  '',
  '2. Declaration',
  'I have read the Key Policy and I will follow it.',
  '',
].join('\n')
const doors = keys.replaceAll('Key Policy', 'Door Policy').replace('2. Declaration', '2. Pupil agreement')

const Edition = z.looseObject({
  edition: z.looseObject({ policy: z.string(), declaration: z.string().nullable(), nextReview: z.string().optional() }),
  doubts: z.array(z.looseObject({ what: z.string() })),
})

/** The command for an interactive terminal. */
const asked: Command = (context, argv) => policyCommand({ ...context, interactive: true }, argv)

describe('policy import', () => {
  let home: string
  beforeEach(() => (home = mkdtempSync(join(tmpdir(), 'policy-guide-documents-'))))
  afterEach(() => rmSync(home, { recursive: true, force: true }))

  const write = (name: string, text: string) => {
    mkdirSync(join(home, 'given'), { recursive: true })
    writeFileSync(join(home, 'given', name), text)
    return join(home, 'given', name)
  }
  const policy = (...argv: readonly string[]): Promise<Ran> => run(policyCommand, argv, { home })
  const library = () => loadLibrary({ root: '.', home }).policies
  const find = (id: string) => library().find((each) => each.id === id)

  it('takes a folder of documents, and finds the policy of each by its title', async () => {
    write('keys.txt', keys)
    write('doors.md', doors)
    write('picture.png', 'no document')
    const { status, out } = await policy('import', join(home, 'given'), '--yes')
    expect(status).to.equal(0)
    expect(library().map(({ id }) => id)).to.include.members(['key', 'door'])
    expect(out.join('\n')).to.include('reviewed: March 2026 (“Reviewed: March 2026”)')
  })

  it('takes a declaration of which only staff can be the speakers, and no other', async () => {
    await policy('import', write('keys.txt', keys), write('doors.txt', doors), '--yes')
    expect(find('key')?.declaration).to.equal('2')
    expect(find('door')?.declaration).to.equal(undefined)
  })

  it('keeps the file itself, and says of the edition which one it is', async () => {
    await policy('import', write('keys.txt', keys), '--yes')
    const source = find('key')?.editions[0]?.source
    expect(source?.file).to.equal('keys.txt')
    expect(readFileSync(join(home, `documents/key/${source?.sha256 ?? ''}.txt`), 'utf8')).to.equal(keys)
    expect((await policy('import', join(home, 'given/keys.txt'), '--yes')).out.join()).to.include('already imported')
  })

  it('leaves a next review that only a rhythm gives open, until somebody says yes', async () => {
    const file = write('keys.txt', keys)
    await policy('import', file, '--yes')
    expect(find('key')?.editions[0]?.nextReview).to.equal(undefined)
    expect(readFileSync(join(home, 'documents/key/2026-03.open.json'), 'utf8')).to.include('every two years')
    expect(find('key')?.reviewEvery).to.equal(24)

    rmSync(join(home, 'policies'), { recursive: true })
    const { status, out } = await run(asked, ['import', file], { home, input: ['y', 'y'] })
    expect(status).to.equal(0)
    expect(out.join('\n')).to.include('the next review is March 2028')
    expect(find('key')?.editions[0]?.nextReview).to.equal('2028-03')
    expect(readFileSync(join(home, 'documents/key/2026-03.open.json'), 'utf8')).to.not.include('every two years')
  })

  it('begins a record that is complete, with the rhythm of the text, of its title page, or of the school', async () => {
    const record = (id: string) => readFileSync(join(home, `policies/${id}/policy.yaml`), 'utf8')
    const plain = (title: string, ...front: readonly string[]) =>
      [title, 'Reviewed: March 2026', ...front, '', '1. Doors', 'All staff must shut the doors.', ''].join('\n')
    await policy('import', write('gates.txt', plain('Gate Policy', 'Review cycle: every three years')), '--yes')
    expect(record('gate')).to.include('reviewEvery: 36').and.include('as the text says')
    expect(record('gate'))
      .to.match(/^owner: \S/m)
      .and.match(/^ask:\n {2}who: \S.*\n {2}why: \S.*/m)
    await policy('import', write('walls.txt', plain('Wall Policy')), '--yes')
    expect(record('wall'))
      .to.include('for a year: reviewEvery: 12')
      .and.not.match(/^reviewEvery/m)
    writeFileSync(join(home, 'school.yaml'), 'name: A School\nzone: Europe/London\nreviewEvery: 18\n')
    const { out } = await policy('import', write('roofs.txt', plain('Roof Policy')), '--yes')
    expect(out.join('\n')).to.include('reviewed every 18 months').and.include('the next review is September 2027')
    expect(record('roof')).to.include('reviewEvery: 18').and.include('as in school.yaml')
  })

  it('proposes the next review of a later edition by the policy’s own record', async () => {
    const text = (month: string) =>
      ['Gate Policy', `Reviewed: ${month}`, '', '1. Gates', 'All staff must shut the gates.', ''].join('\n')
    await policy('import', write('gates.txt', text('March 2025')), '--policy', 'gate', '--new', '--yes')
    const path = join(home, 'policies/gate/policy.yaml')
    writeFileSync(path, `${readFileSync(path, 'utf8')}reviewEvery: 24\n`)
    const { out } = await policy('import', write('gates.txt', text('May 2026')), '--policy', 'gate', '--yes')
    expect(out.join('\n')).to.include('reviewed every 2 years').and.include('the next review is May 2028')
    expect(find('gate')?.editions[0]?.nextReview).to.equal(undefined)
  })

  it('lets whoever is asked put facts right before it is written', async () => {
    const input = [
      'n',
      'title Keys and Locks Policy',
      'next-review soon',
      'next-review 2027-01',
      'declaration none',
      'yes',
    ]
    const { status, err, out } = await run(asked, ['import', write('keys.txt', keys)], { home, input })
    expect(status).to.equal(0)
    expect(err.join()).to.include('"soon" (--next-review) is not a date')
    expect(out.join('\n')).to.include('Keys and Locks Policy')
    const [edition] = find('key')?.editions ?? []
    expect(edition).to.include({ title: 'Keys and Locks Policy', nextReview: '2027-01' })
    expect(find('key')?.declaration).to.equal(undefined)
  })

  it('changes nothing where the answer is no', async () => {
    const { status, err } = await run(asked, ['import', write('keys.txt', keys)], { home, input: ['n', 'n'] })
    expect(status).to.equal(1)
    expect(err.join()).to.include('Nothing was changed.')
    expect(existsSync(join(home, 'policies'))).to.be.false
  })

  it('takes facts as options, and says in JSON what became of them', async () => {
    const facts = [
      '--title',
      'Locks',
      '--effective',
      '2026-09-01',
      '--next-review',
      'Autumn 2027',
      '--declaration',
      '2',
    ]
    const { out } = await policy('import', write('keys.txt', keys), '--policy', 'locks', '--new', '--json', ...facts)
    const { edition, doubts } = Edition.parse(JSON.parse(out.join('\n')))
    expect(edition).to.include({ title: 'Locks', inForceFrom: '2026-09-01', nextReview: '2027-12', declaration: '2' })
    expect(doubts.map(({ what }) => what).join()).to.not.include('every two years')
  })

  it('refuses a declaration that is no section', async () => {
    const { status, err } = await policy('import', write('keys.txt', keys), '--declaration', '9', '--yes')
    expect(status).to.equal(2)
    expect(err.join()).to.include('There is no section 9 to sign')
  })

  it('is in force from its import where the text names no day, and says so as a doubt', async () => {
    const { out } = await policy(
      'import',
      write('keys.txt', keys.replace('Reviewed: March 2026', 'For everybody')),
      '--json',
    )
    const { edition, doubts } = Edition.parse(JSON.parse(out.join('\n')))
    expect(edition).to.include({ inForceFrom: '2026-11-23', edition: '2026-11' })
    expect(doubts.map(({ what }) => what).join()).to.include('names no day from which it is in force')
  })

  it('imports what it can of several, and says which it could not', async () => {
    const { status, err } = await policy('import', write('a.txt', ''), write('keys.txt', keys), '--yes')
    expect(status).to.equal(1)
    expect(err.join()).to.match(/a\.txt is empty/)
    expect(find('key')).to.not.equal(undefined)
  })

  it('shows a text and its outline, publishes and withdraws', async () => {
    await policy('import', write('keys.txt', keys), '--yes')
    const next = keys.replace('March 2026', 'September 2026').replace('1. Keys', '1. Locks')
    const { out } = await policy('import', write('next.txt', next), '--policy', 'key', '--yes')
    expect(out.join('\n')).to.include('retitled: Keys → Locks')
    expect((await policy('outline', 'key')).out[0]).to.match(/^1 Locks \(\d+ words\)$/)
    expect((await policy('show', 'key', '2026-03')).out).to.include('1 Keys')

    expect((await policy('publish', 'key', '--from', '2027-01-01', '--yes')).status).to.equal(0)
    expect((await policy('list')).out.join('\n')).to.include('2026-09, adopted, in force from 1 January 2027')
    expect((await policy('show', 'key')).out[0]).to.include('2026-03')
    expect((await policy('publish', 'key', '--yes')).status).to.equal(0)
    expect((await policy('show', 'key')).out[0]).to.include('2026-09')

    expect((await policy('withdraw', 'key', '2026-09', '--yes')).status).to.equal(0)
    expect((await policy('show', 'key')).out[0]).to.include('2026-03')
    const last = await policy('withdraw', 'key', '2026-03', '--yes')
    expect(last.status).to.equal(1)
    expect(last.err.join()).to.include('the only edition of key that stands')
  })

  it('changes no edition that comes with the program', async () => {
    const { status, err } = await policy('publish', 'social-media', '--yes')
    expect(status).to.equal(1)
    expect(err.join()).to.include('comes with the program')
    expect(readdirSync(home)).to.deep.equal([])
  })
})
