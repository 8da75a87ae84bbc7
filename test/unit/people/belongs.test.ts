// Who belongs: every state that a platform can show of an account, against the school's list and its setting.
import { expect } from 'chai'
import { belongs, type Listing, type BelongingRule, type PlatformSays } from '../../../src/people/belongs.ts'
import { meeting, usualBelongings } from '../../../src/turn/meeting.ts'
import type { SeenPerson } from '../../../src/ports/people.ts'

const shown = (given: Partial<PlatformSays> = {}): PlatformSays => ({
  is: 'person',
  gone: false,
  from: 'ours',
  guest: false,
  leads: false,
  inGroup: false,
  email: 'ada@school.example',
  ...given,
})

const everybody: BelongingRule = { kind: 'everybody' }
const listed: BelongingRule = { kind: 'listed' }
const group: BelongingRule = { kind: 'group', group: 'staff' }
const domain: BelongingRule = { kind: 'domain', domains: ['school.example', 'trust.example'] }

/** The account, the rule, what the list says, and the outcome. */
const table: readonly (readonly [string, Partial<PlatformSays>, BelongingRule, Listing, string])[] = [
  ['a member, where everybody belongs', {}, everybody, 'no-list', 'everybody'],
  ['a member who is listed', {}, everybody, 'listed', 'list'],
  ['a member who is not listed, where everybody belongs', {}, everybody, 'not-listed', 'everybody'],
  ['a pupil of the tenant', {}, listed, 'not-listed', 'not-listed'],
  ['anybody of the tenant before there is a list', {}, listed, 'no-list', 'no-list'],
  ['staff on the list', {}, listed, 'listed', 'list'],
  ['whoever is SLT by a setting, before there is a list', { leads: true }, listed, 'no-list', 'leads'],
  ['a member of the group', { inGroup: true }, group, 'no-list', 'group'],
  ['nobody of the group', {}, group, 'not-listed', 'not-in-group'],
  ['somebody, where the group was never read', { inGroup: undefined }, group, 'not-listed', 'no-group'],
  ['listed, where the group was never read', { inGroup: undefined }, group, 'listed', 'list'],
  ['listed, and nobody of the group', {}, group, 'listed', 'list'],
  ['an address of the domain', {}, domain, 'no-list', 'domain'],
  ['an address of the trust’s domain, in capitals', { email: 'ADA@TRUST.EXAMPLE' }, domain, 'no-list', 'domain'],
  ['a pupils’ domain below it', { email: 'p1@pupils.school.example' }, domain, 'no-list', 'other-domain'],
  ['a domain that ends like it', { email: 'ada@notschool.example' }, domain, 'no-list', 'other-domain'],
  ['no address', { email: undefined }, domain, 'no-list', 'other-domain'],
  ['no address but a name', { email: 'school.example' }, domain, 'no-list', 'other-domain'],
  ['a guest', { guest: true }, everybody, 'no-list', 'guest'],
  ['a guest where there is a list', { guest: true }, everybody, 'not-listed', 'guest'],
  ['a guest whom the school lists', { guest: true }, listed, 'listed', 'list'],
  ['a guest in the group', { guest: true, inGroup: true }, group, 'not-listed', 'guest'],
  ['a guest who would lead', { guest: true, leads: true }, everybody, 'not-listed', 'guest'],
  ['somebody of another organisation', { from: 'another' }, everybody, 'no-list', 'another-organisation'],
  ['an outsider with a listed address', { from: 'another' }, everybody, 'listed', 'another-organisation'],
  ['an outsider with an address of the domain', { from: 'another' }, domain, 'no-list', 'another-organisation'],
  ['an outsider in the group', { from: 'another', inGroup: true }, group, 'no-list', 'another-organisation'],
  ['an outsider who would lead', { from: 'another', leads: true }, everybody, 'no-list', 'another-organisation'],
  [
    'an outsider, as another organisation’s guest',
    { from: 'another', guest: true },
    everybody,
    'listed',
    'another-organisation',
  ],
  ['a program', { is: 'program' }, everybody, 'no-list', 'program'],
  ['a program with a listed address', { is: 'program' }, everybody, 'listed', 'program'],
  ['somebody deleted', { gone: true }, everybody, 'no-list', 'gone'],
  ['somebody deleted who is listed', { gone: true }, listed, 'listed', 'gone'],
]

describe('people: who belongs', () => {
  for (const [whom, given, rule, listing, expected] of table) {
    it(`${whom} → ${expected}`, () => {
      const found = belongs(shown(given), { listing, rule })
      expect(found.kind === 'belongs' ? found.by : found.why).to.equal(expected)
    })
  }

  it('only those about whom nobody can tell yet are answered like staff', () => {
    const outside = table.map(([, given, rule, listing]) => belongs(shown(given), { listing, rule }))
    const asking = outside.flatMap((each) => (each.kind === 'outside' && each.asks ? [each.why] : []))
    expect(new Set(asking)).to.deep.equal(new Set(['no-list', 'no-group']))
  })
})

describe('people: meeting somebody', () => {
  const { email: _, ...ofOurs } = shown()
  const met = { name: 'Ada', email: 'ada@school.example', roles: ['staff'] as const, shown: ofOurs }

  function aDirectory(listing: Listing = 'no-list', rules = usualBelongings) {
    const kept: SeenPerson[] = []
    const asked: unknown[] = []
    const closed: string[] = []
    const directory = {
      find: () => Promise.resolve(undefined),
      keep: (_: unknown, seen: SeenPerson) => Promise.resolve(void kept.push(seen)),
      close: ({ id }: { id: string }) => Promise.resolve(void closed.push(id)),
    }
    const people = { listing: (who: unknown) => (asked.push(who), Promise.resolve(listing)) }
    return { kept, asked, closed, ...meeting({ directory, people }, rules) }
  }

  it('keeps whoever belongs', async () => {
    const { kept, meet } = aDirectory()
    expect(await meet({ platform: 'slack', id: 'U1' }, met)).to.deep.equal({ kind: 'belongs', by: 'everybody' })
    expect(kept).to.have.lengthOf(1)
  })

  it('keeps nothing of whoever does not, and closes their account', async () => {
    const { kept, closed, meet } = aDirectory('not-listed')
    expect(await meet({ platform: 'teams', id: 'T1' }, met)).to.include({ kind: 'outside', why: 'not-listed' })
    expect([kept, closed]).to.deep.equal([[], ['T1']])
  })

  it('keeps whoever was known as they are, where nobody can tell', async () => {
    const { kept, closed, meet } = aDirectory('not-listed', { ...usualBelongings, teams: group })
    const unsure = { ...met, shown: { ...met.shown, inGroup: undefined } }
    expect(await meet({ platform: 'teams', id: 'T1' }, unsure)).to.include({ why: 'no-group', asks: true })
    expect([kept, closed]).to.deep.equal([[], []])
  })

  it('never looks up an address that another organisation says', async () => {
    const { kept, asked, meet } = aDirectory('listed')
    await meet({ platform: 'slack', id: 'U9' }, { ...met, shown: { ...met.shown, from: 'another' } })
    expect([kept, asked]).to.deep.equal([[], []])
  })
})
