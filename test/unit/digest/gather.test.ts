// What a digest is made of, read from a real database: limited in size, from one world only, and with nothing that
// identifies a child.
import { house } from '../../kit/house.ts'
import { expect } from 'chai'
import { openCampaign } from '../../../src/campaign/open-campaign.ts'
import { openDesk } from '../../../src/turn/desk.ts'
import { buildDigest } from '../../../src/digest/build.ts'
import { gatherFor } from '../../../src/digest/read.ts'
import type { DigestPorts } from '../../../src/digest/read-from.ts'
import type { Digest } from '../../../src/digest/types.ts'
import { addDays, type Day } from '../../../src/kit/days.ts'
import { editionInForce } from '../../../src/policy/force.ts'
import type { KeptQuestion } from '../../../src/ports/ports.ts'
import { aPerson, aSignature, day, happen } from '../../kit/evidence.ts'
import { theLibrary, withNewEdition } from '../../kit/library.ts'
import { memoryPorts, type TestPorts } from '../../kit/ports.ts'

const today = day('2026-11-23')
const about = { policy: 'social-media', edition: '2015-10' }

describe('digest: gathered', () => {
  let test: TestPorts
  const library = theLibrary()
  const desk = openDesk(library)(new Date('2026-11-23T09:00:00Z'))
  beforeEach(async () => (test = await memoryPorts('2026-11-23T09:00:00Z')))
  afterEach(() => test.close())

  const digest = async (practice = false, ports: DigestPorts = test.ports): Promise<Digest> =>
    buildDigest(await gatherFor({ ports, library, desk, words: house.words }, practice)(addDays(today, -7)))
  let ids = 0
  const asks = (text: string, given: Partial<KeptQuestion> = {}) =>
    test.ports.store.keepQuestion({
      id: `q${++ids}`,
      at: new Date('2026-11-20T09:00:00Z'),
      text,
      outcome: 'not-covered',
      policy: undefined,
      section: undefined,
      certainty: 0,
      ...given,
    })
  const opens = (due: Day) =>
    test.ports.journal.record({ policy: about.policy }, (facts) => {
      const policy = library.policies.find(({ id }) => id === about.policy)
      if (policy === undefined) throw new Error('no policy')
      return openCampaign(facts, {
        policy,
        edition: editionInForce(policy, today),
        audience: { everybody: true, groups: [], roles: [], people: [] },
        due,
        practice: false,
        zone: 'Europe/London',
        accepted: ['social-media@2015-10'],
        by: 'operator',
        stamp: { id: `c${++ids}`, at: new Date('2026-11-01T09:00:00Z'), salt: 's' },
      })
    })

  it('shows no name of a child or colleague, no number and no address, whatever was kept', async () => {
    // The texts are stored unredacted, as by an older program, or as if Ulrika had joined only after the question.
    await test.ports.people.put([aPerson('u', { name: 'Ulrika Quux' })])
    for (const text of [
      'can jamie smith go on tiktok',
      'Aisha in 7B has a phone, ring 07700 900 123',
      'why does ulrika write from rg22 4hs',
      'Tell Zbyszek to mail me at mum.of.zbyszek@post.example please',
      'is 12 oak tree road on snapchat, born 12/03/2014',
    ])
      await asks(text)
    await test.ports.store.rateQuestion(`q${ids}`, false)
    const { questions, unhelpful } = await digest()
    expect(questions.count).to.equal(5)
    const shown = JSON.stringify([questions, unhelpful])
    expect(shown).to.not.match(/jamie|smith|aisha|07700|900|ulrika|rg22|4hs|zbyszek|post\.example|mum|oak|2014/i)
    expect(shown).to.include('go on tiktok').and.include('has a phone')
    expect(unhelpful.first).to.have.length(1)
  })

  it('shows five questions and counts the others', async () => {
    for (let n = 0; n < 17; n++) await asks(`where is the car park ${'x'.repeat(300)}`)
    await asks('old', { at: new Date('2026-11-10T09:00:00Z') })
    const { questions, asked } = await digest()
    expect([questions.first.length, questions.count, asked]).to.deep.equal([5, 17, 17])
    for (const text of questions.first) expect(text.length).to.be.at.most(161)
  })

  it('says which sections were asked about most', async () => {
    for (const section of ['6.d', '3', '6.d'])
      await asks('x', { outcome: 'answered', policy: 'social-media', section, certainty: 1 })
    const { mostAsked } = await digest()
    expect(mostAsked.map(({ section, count }) => [section.split(' ').slice(0, 4).join(' '), count])).to.deep.equal([
      ['Social Media Policy, 6.d', 2],
      ['Social Media Policy, 3', 1],
    ])
  })

  it('names twenty who are overdue, counts the rest, and asks no more of a larger school', async () => {
    await opens(day('2026-11-20'))
    const asked = async (people: number) => {
      await test.ports.people.put(Array.from({ length: people }, (_, n) => aPerson(`p${n}`, { email: undefined })))
      let calls = 0
      const counted = <T extends object>(port: T): T =>
        new Proxy(port, {
          get(target, name, self) {
            calls += 1
            return Reflect.get(target, name, self) as unknown
          },
        })
      const { journal, register, people: everybody, notices, store, directory, cases } = test.ports
      const ports = {
        journal: counted(journal),
        register: counted(register),
        people: counted(everybody),
        notices: counted(notices),
        store: counted(store),
        directory: counted(directory),
        cases: counted(cases),
      }
      const { policies } = await digest(false, ports)
      return { calls, overdue: policies[0]?.overdue }
    }
    const few = await asked(30)
    const many = await asked(450)
    expect(few.overdue?.count).to.equal(30)
    expect([many.overdue?.first.length, many.overdue?.count]).to.deep.equal([20, 450])
    expect(many.calls).to.equal(few.calls)
  })

  it('leaves out who joined and has longer, who signed, is excused or has left', async () => {
    await opens(day('2026-11-20'))
    await test.ports.people.put([
      aPerson('late'),
      aPerson('joiner', { startsOn: day('2026-11-18') }),
      aPerson('left', { leavesOn: day('2026-11-19') }),
      aPerson('excused'),
    ])
    await happen(test.ports.journal, {
      id: 'x1',
      fact: { kind: 'excused', policy: about.policy, person: 'excused', by: 'operator' },
    })
    const { policies } = await digest()
    expect(policies[0]?.overdue.first.map(({ person }) => person)).to.deep.equal(['late'])
    expect(policies[0]?.count).to.include({ outstanding: 2, excused: 1, left: 1 })
  })

  it('knows what was recorded of a review, and says that it was', async () => {
    expect((await digest()).reviews.map(({ state }) => state)).to.deep.equal(['overdue'])
    const outcome = { kind: 'no-change', next: day('2028-10-01') } as const
    const fact = {
      kind: 'reviewed',
      ...about,
      outcome,
      on: day('2026-11-20'),
      by: 'operator',
      practice: false,
    } as const
    await happen(test.ports.journal, { id: 'v1', fact })
    const after = await digest()
    expect(after.reviews).to.deep.equal([])
    expect(after.changes.first.join()).to.include(
      'was reviewed without a change, and is next reviewed on 1 October 2028',
    )
    expect((await digest(true)).reviews.map(({ state }) => state)).to.deep.equal(['overdue'])
  })

  it('tells what happened since, each world its own, and words only where they are kept', async () => {
    await test.ports.people.put([
      aPerson('a', { name: 'Ada King' }),
      aPerson('b', { name: 'Ben Moss' }),
      aPerson('z', { name: 'Pretend Person', practice: true }),
    ])
    const raised = (id: string, person: string, words: string) =>
      happen(test.ports.journal, { id, fact: { kind: 'raised', ...about, person, what: 'concern' }, hidden: { words } })
    await raised('r1', 'a', 'Too long.')
    await raised('r2', 'b', 'Erased words.')
    await raised('r3', 'z', 'Pretend words.')
    await happen(test.ports.journal, { id: 'x2', fact: { kind: 'erased', person: 'b', by: 'operator' } })
    const signature = aSignature({ person: 'a', id: 's1', at: new Date('2026-11-20T09:00:00Z') })
    await test.ports.journal.record({ policy: about.policy, person: 'a' }, () => ({
      entries: [signature],
      outcome: undefined,
    }))
    const real = await digest()
    expect(real.changes.first).to.deep.equal(['1 person has signed the Social Media Policy.'])
    expect(real.concerns.first.map(({ name, words }) => [name, words])).to.deep.equal([
      [undefined, undefined],
      ['Ada King', 'Too long.'],
    ])
    const practice = await digest(true)
    expect(practice.changes.count).to.equal(0)
    expect(practice.concerns.first.map(({ words }) => words)).to.deep.equal(['Pretend words.'])
  })

  it('says what has to be looked after: terms that end, and an edition that came into force in the middle', async () => {
    await opens(day('2026-12-11'))
    const calendar = { ...library.school.calendar, terms: [{ from: day('2026-09-01'), to: day('2026-12-18') }] }
    const school = { ...library.school, calendar }
    const newer = withNewEdition({ ...library, school }, { id: '2026-11', published: day('2026-11-16') })
    const now = new Date('2026-11-23T09:00:00Z')
    const seen = { ports: test.ports, library: newer, desk: openDesk(newer)(now), words: house.words }
    const { cares } = buildDigest(await gatherFor(seen, false)(addDays(today, -7)))
    expect(cares.join(' '))
      .to.include('18 December 2026')
      .and.include('came into force while people are asked to sign an earlier one')
    expect((await digest()).cares).to.deep.equal([])
  })
})
