// Which head is known outside and since when, or that none is: verify, doctor, the digest and the pack say the same.
import { join } from 'node:path'
import { mkdirSync, writeFileSync } from 'node:fs'
import { expect } from 'chai'
import { digestCommand } from '../../../src/command/digest.ts'
import { doctor } from '../../../src/command/doctor.ts'
import { openHome } from '../../../src/command/open-home.ts'
import { peopleCommand } from '../../../src/command/people.ts'
import { verifyCommand } from '../../../src/command/verify.ts'
import { packReadme } from '../../../src/pack/readme.ts'
import type { KnownHead } from '../../../src/ports/evidence.ts'
import { noteOutside, sayOutside } from '../../../src/proof/words.ts'
import { run } from '../../kit/command.ts'
import { aFolder } from '../../kit/databases.ts'
import { theLibrary } from '../../kit/library.ts'

const hash = 'ab'.repeat(32)
/** Late on a summer evening in UTC, when the school's day is already the next. */
const at = new Date('2026-06-30T23:30:00Z')
const ways: readonly (readonly [KnownHead['way'], string])[] = [
  ['mailbox', 'the mailboxes of signing.headTo'],
  ['signer', 'whoever signed'],
  ['authority', 'an authority of time'],
  ['cosigner', 'another school that cosigned it'],
]

describe('the head that is known outside', () => {
  const home = join(aFolder(), 'home')
  before(async () => {
    mkdirSync(home, { recursive: true })
    writeFileSync(join(home, 'staff.csv'), 'Name,Email\nAnn Able,ann@school.example\n')
    const { status, err } = await run(peopleCommand, ['import', join(home, 'staff.csv'), '--yes'], { home })
    expect(status, err.join()).to.equal(0)
  })
  const said = async () => {
    const all = []
    for (const [command, argv] of [
      [verifyCommand, []],
      [doctor, []],
      [digestCommand, []],
    ] as const)
      all.push((await run(command, argv, { home })).out.join('\n'))
    return all
  }

  it('verify, doctor and the digest say that there is none, and what to do', async () => {
    for (const text of await said())
      expect(text).to.match(/Known outside: none\. Name mailboxes|No seal of it is known outside/)
    expect(sayOutside(undefined, 'Europe/London')).to.include('signing.headTo')
  })

  it('verify, doctor, the digest and the pack say which, since which day, and by whom', async () => {
    const kept = await openHome({ home, config: { databaseUrl: undefined }, newId: () => 'id', clock: () => at })
    const head = { ...(await kept.journal.head()), at, way: 'mailbox' } as const
    await kept.journal.noteHead(head)
    await kept.close()
    const full = `Known outside: ${head.seq}:${head.hash}, since 1 July 2026, by the mailboxes of signing.headTo.`
    const [verified, looked, digest] = await said()
    expect(verified).to.include(full)
    expect(looked).to.include(full)
    expect(digest).to.match(new RegExp(`${full}|The seal of entry ${head.seq} is known outside since 1 July 2026`))
    expect(readmeWith(head)).to.include(full)
    expect(readmeWith(undefined)).to.include('Known outside: none.')
  })

  for (const [way, words] of ways)
    it(`by ${way}: says so`, () => {
      const known = { seq: 7, hash, at, way } as const
      expect(sayOutside(known, 'Europe/London')).to.equal(`Known outside: 7:${hash}, since 1 July 2026, by ${words}.`)
    })

  it('a card says it in few words', () => {
    const known = { seq: 7, hash, at, way: 'mailbox' } as const
    expect(noteOutside(known, 'Europe/London')).to.equal('The seal of entry 7 is known outside since 1 July 2026.')
    expect(noteOutside(undefined, 'Europe/London')).to.equal('No seal of it is known outside.')
  })
})

function readmeWith(outside: KnownHead | undefined): string {
  const { school, policies } = theLibrary()
  const [policy] = policies
  if (policy === undefined) throw new Error('there is no policy')
  const verified = { kind: 'holds', entries: 1, signatures: 0, erased: 0, head: { seq: 1, hash } } as const
  return packReadme({ policy, school, at, practice: false, verified, outside })
}
