// What line managers hear, through the real database: each late signature once, several in one message, and nothing
// about people who have signed.
import { expect } from 'chai'
import { openCampaign } from '../../../src/campaign/open-campaign.ts'
import type { Posted } from '../../../src/ports/ports.ts'
import { asksOn, momentAt } from '../../../src/reminder/read.ts'
import { judgeEverybody } from '../../../src/reminder/read-everybody.ts'
import { createReminding } from '../../../src/reminder/job.ts'
import { lateNotice } from '../../../src/reminder/send-late.ts'
import { declarationOf } from '../../../src/standing/declared.ts'
import { houseOf } from '../../../src/turn/house.ts'
import { openDesk } from '../../../src/turn/desk.ts'
import { anEdition, aPolicy, aSection } from '../../kit/builders.ts'
import { aPerson, aSignature, day, happen } from '../../kit/evidence.ts'
import { hilltop } from '../../kit/hilltop.ts'
import { memoryPorts, type TestPorts } from '../../kit/ports.ts'

const sections = [aSection('1', 'Words', 'Be kind.'), aSection('2', 'Declaration', 'I am kind.')]
const one = anEdition({ sections })
const two = anEdition({ policy: 'visitors', title: 'Visitors Policy', sections })
const policies = [
  { ...aPolicy(one), declaration: '2' },
  { ...aPolicy(two), id: 'visitors', number: 7, title: 'Visitors Policy', declaration: '2' },
]
let library = { ...hilltop, policies }

describe('reminder: line managers', () => {
  let test: TestPorts
  let told: { to: string; text: string }[]
  let outcome: Posted
  let remind: (at: string) => Promise<void>

  beforeEach(async () => {
    test = await memoryPorts('2026-09-07T08:00:00Z')
    told = []
    outcome = { kind: 'sent', message: 'm' }
    const { people, directory } = test.ports
    const ids: Record<string, string> = {}
    for (const name of ['Priya Nair', 'Daniel Hughes', 'Joanne Clarke']) {
      const account = { platform: 'slack', id: name } as const
      await directory.keep(account, { name, email: undefined, roles: ['staff'] })
      ids[name] = (await directory.find(account))?.id ?? ''
    }
    const manager = ids['Joanne Clarke']
    for (const name of ['Priya Nair', 'Daniel Hughes'])
      await people.put([aPerson(ids[name] ?? '', { name, email: undefined, manager, group: 'teaching' })])
    const ports = {
      ...test.ports,
      chat: {
        ...test.ports.chat,
        post: (place: { readonly id: string }, card: object) => {
          if (outcome.kind === 'sent') told.push({ to: place.id, text: JSON.stringify(card) })
          return Promise.resolve(outcome)
        },
      },
    }
    const job = createReminding()
    const words = houseOf([]).words
    library = { ...hilltop, policies }
    const desk = openDesk(library)
    remind = async (at) => {
      test.setClock(at)
      const now = new Date(at)
      await job({ now, ports, library, desk: desk(now), words })
    }
  })
  afterEach(() => test.close())

  const asks = async (policy: 'social-media' | 'visitors', due: string) => {
    const [edition, about] = policy === 'visitors' ? [two, policies[1]] : [one, policies[0]]
    if (about === undefined) throw new Error('no such policy')
    await test.ports.journal.record({ policy }, (facts) =>
      openCampaign(facts, {
        policy: about,
        edition,
        audience: { everybody: false, groups: ['teaching'], roles: [], people: [] },
        due: day(due),
        practice: false,
        zone: 'Europe/London',
        accepted: [],
        by: 'operator',
        stamp: { id: `c-${policy}`, at: test.ports.clock(), salt: `s-${policy}` },
      }),
    )
  }
  const toManager = () => told.filter(({ to }) => to === 'Joanne Clarke').map(({ text }) => text)
  const countIn = (text: string | undefined, what: RegExp) => text?.match(what)?.length ?? 0

  it('hear of two policies that are late on one day in one message, once', async () => {
    await asks('social-media', '2026-10-05')
    await asks('visitors', '2026-10-05')
    for (const at of ['2026-10-05T12:00:00Z', '2026-10-06T12:00:00Z', '2026-10-06T12:01:00Z', '2026-10-07T12:00:00Z'])
      await remind(at)
    expect(toManager()).to.have.lengthOf(1)
    expect(countIn(toManager()[0], /Priya Nair: (Social Media|Visitors) Policy/g)).to.equal(2)
    expect(countIn(toManager()[0], /Daniel Hughes: (Social Media|Visitors) Policy/g)).to.equal(2)
  })

  it('hear of the second policy when it is late, and no more of the first', async () => {
    await asks('social-media', '2026-10-05')
    await asks('visitors', '2026-10-12')
    for (const at of ['2026-10-06T12:00:00Z', '2026-10-12T12:00:00Z']) await remind(at)
    expect(toManager().map((text) => /Visitors Policy/.test(text))).to.deep.equal([false])
    for (const at of ['2026-10-13T12:00:00Z', '2026-10-14T12:00:00Z']) await remind(at)
    expect(toManager()).to.have.lengthOf(2)
    expect(toManager()[1]).to.include('Priya Nair: Visitors Policy').and.not.include('Social Media Policy')
  })

  it('are tried again when it failed, with whoever became late meanwhile', async () => {
    await asks('social-media', '2026-10-05')
    outcome = { kind: 'failed', what: 'HTTP 503' }
    await remind('2026-10-06T12:00:00Z')
    outcome = { kind: 'sent', message: 'm' }
    await remind('2026-10-06T12:01:00Z')
    expect(toManager()).to.deep.equal([])
    await remind('2026-10-06T12:05:00Z')
    await remind('2026-10-07T12:00:00Z')
    expect(toManager()).to.have.lengthOf(1)
  })

  it('are followed by whom the school names, after so many working days: each once, together, and none twice', async () => {
    const school = (escalation: NonNullable<typeof library.school.escalation>) => {
      library = { ...library, school: { ...library.school, escalation } }
    }
    const { directory, people } = test.ports
    for (const [name, roles] of [
      ['Gita Rao', ['staff', 'slt']],
      ['Head', ['staff', 'slt']],
    ] as const) {
      await directory.keep({ platform: 'slack', id: name }, { name, email: undefined, roles })
      const person = await directory.find({ platform: 'slack', id: name })
      await people.put([
        aPerson(person?.id ?? '', { name, email: `${name.slice(0, 4).trim()}@x.uk`.toLowerCase(), roles }),
      ])
    }
    await asks('social-media', '2026-10-05')
    await asks('visitors', '2026-10-05')
    school([
      { to: 'manager', after: 1 },
      { to: 'slt', after: 3 },
      { to: 'head@x.uk', after: 5 },
    ])
    const heard = async (on: string) => {
      const before = told.length
      for (const at of ['12:00', '12:05']) await remind(`${on}T${at}:00Z`)
      return told
        .slice(before)
        .filter(({ text }) => text.includes('Not signed yet'))
        .map(({ to }) => to)
        .toSorted()
    }
    expect(await heard('2026-10-06')).to.deep.equal([])
    expect(await heard('2026-10-07')).to.deep.equal(['Joanne Clarke'])
    expect(await heard('2026-10-08')).to.deep.equal([])
    expect(await heard('2026-10-09')).to.deep.equal(['Gita Rao', 'Head'])
    expect(told.findLast(({ to }) => to === 'Head')?.text.match(/(Priya Nair|Daniel Hughes): /g)).to.have.lengthOf(4)
    expect(await heard('2026-10-13')).to.deep.equal([])
    // Settings are read again while it runs: an administrator hears from now on, and nobody else hears again.
    await directory.keep({ platform: 'slack', id: 'Ada' }, { name: 'Ada', email: undefined, roles: ['staff'] })
    const ada = await directory.find({ platform: 'slack', id: 'Ada' })
    await people.put([aPerson(ada?.id ?? '', { name: 'Ada', email: undefined, roles: ['staff', 'administrator'] })])
    school([
      { to: 'manager', after: 1 },
      { to: 'slt', after: 3 },
      { to: 'administrator', after: 4 },
    ])
    expect(await heard('2026-10-14')).to.deep.equal(['Ada'])
  })

  it('are not told of somebody who has signed just before it goes out', async () => {
    await asks('social-media', '2026-10-05')
    test.setClock('2026-10-06T12:00:00Z')
    const { ports } = test
    const now = ports.clock()
    const moment = momentAt(library.school, now)
    const all = await asksOn(ports, library, { day: moment.day, practice: false })
    const round = { asks: all, moment, practice: false, since: now }
    const { late } = await judgeEverybody(ports, round)
    const [first] = late
    if (first === undefined) throw new Error('nobody is late')
    const notice = lateNotice({ ports, library }, round, first)
    expect(await notice.still(now)).to.equal(true)
    expect(await notice.still(new Date('2026-10-06T20:00:00Z')), 'in the evening').to.equal(false)
    const priya = first.theirs.find(({ person }) => person.name === 'Priya Nair')?.person.id ?? ''
    const [about] = policies
    const wording = about && declarationOf(about, one)?.hash
    const { fact, ...signature } = aSignature({ person: priya, id: 'signed', at: now })
    if (fact.kind !== 'signed' || wording === undefined) throw new Error('nothing can be signed')
    await happen(ports.journal, { fact: { ...fact, wording }, id: signature.id, hidden: { name: 'Priya Nair' } })
    expect(await notice.still(now)).to.equal(false)
  })
})
