// Whatever the order of joins, leavings, editions, replaced words, marks, signatures, withdrawals, concerns, refusals,
// excuses and repeats, standing and totals agree with a simple recount that is written differently.
import { expect } from 'chai'
import fc from 'fast-check'
import { closeCampaign, openCampaign } from '../../src/campaign/open-campaign.ts'
import { totalsOf } from '../../src/standing/totals.ts'
import type { Campaign } from '../../src/standing/campaigns.ts'
import type { Group, Person } from '../../src/chat/people.ts'
import { foldInvolvement, withSigning } from '../../src/standing/fold.ts'
import { decline, raise } from '../../src/declaration/raise.ts'
import { endExcuse, excuse } from '../../src/declaration/excuse.ts'
import { mark } from '../../src/declaration/mark.ts'
import { signPaper } from '../../src/declaration/paper.ts'
import { withdraw } from '../../src/declaration/withdraw.ts'
import { sign } from '../../src/declaration/sign.ts'
import { inForceOf, marksOf, standingOf } from '../../src/standing/standing.ts'
import type { LatestSignature, SigningFacts } from '../../src/standing/types.ts'
import { seal, zeros } from '../../src/journal/seal.ts'
import type { Entry } from '../../src/journal/types.ts'
import { addDays, type Day } from '../../src/kit/days.ts'
import { editionInForce } from '../../src/policy/force.ts'
import type { RecordDecision } from '../../src/ports/evidence.ts'
import { aSignature } from '../kit/evidence.ts'
import { aPerson, day, declared, policyToSign, signRequest, toSign, zone } from '../unit/declaration/builders.ts'

const months = ['2024-01', '2024-06', '2025-01', '2025-06', '2026-01']
const audiences: readonly (readonly Group[] | 'all')[] = ['all', ['teaching'], ['governor', 'teaching']]

const accepted = months.map((id) => `social-media@${id}`)

type Deed =
  | { readonly do: 'day' | 'publish' | 'adopt' }
  | { readonly do: 'reword'; readonly edition: number }
  | { readonly do: 'sign' | 'withdraw' | 'decline' | 'concern' | 'question' | 'end-excuse' | 'leave' | 'back'; readonly who: number }
  | { readonly do: 'paper'; readonly who: number; readonly edition: number }
  | { readonly do: 'excuse'; readonly who: number; readonly days: number | undefined }
  | { readonly do: 'mark'; readonly edition: number; readonly change: 'material' | 'editorial'; readonly practice: boolean }
  | { readonly do: 'open'; readonly audience: number; readonly days: number; readonly anew: boolean }
  | { readonly do: 'close'; readonly which: number }
  | { readonly do: 'join'; readonly group: Group | undefined; readonly days: number } // prettier-ignore

const who = fc.nat(5)
const edition = fc.nat(4)
const deeds: fc.Arbitrary<Deed[]> = fc.array(
  fc.oneof(
    { weight: 4, arbitrary: fc.record({ do: fc.constantFrom('day', 'day', 'publish', 'publish', 'adopt') }) },
    fc.record({ do: fc.constant('reword'), edition }),
    {
      weight: 12,
      arbitrary: fc.record({
        do: fc.constantFrom('sign', 'sign', 'withdraw', 'decline', 'concern', 'question', 'end-excuse', 'leave', 'back'),
        who,
      }),
    },
    fc.record({ do: fc.constant('paper'), who, edition }),
    fc.record({ do: fc.constant('excuse'), who, days: fc.option(fc.nat(2), { nil: undefined }) }),
    { weight: 2, arbitrary: fc.record({ do: fc.constant('mark'), edition, change: fc.constantFrom('material', 'editorial'), practice: fc.nat(4).map((n) => n === 0) }) },
    { weight: 2, arbitrary: fc.record({ do: fc.constant('open'), audience: fc.nat(2), days: fc.nat(3), anew: fc.boolean() }) },
    fc.record({ do: fc.constant('close'), which: fc.nat(3) }),
    { weight: 3, arbitrary: fc.record({ do: fc.constant('join'), group: fc.constantFrom('teaching', 'governor', undefined), days: fc.nat(2) }) },
  ),
  { maxLength: 60, size: 'max' },
) // prettier-ignore

/** A school's history: the journal that the decisions wrote, and beside it a plain note of what people did. */
class World {
  today = day('2026-09-01')
  published = 1
  people: Person[] = [aPerson({ id: 'p0' }), aPerson({ id: 'p1', group: 'support' })]
  campaigns: Campaign[] = []
  journal: Entry[] = []
  /** In the order in which things happened. */
  notes: {
    who: string
    did: string
    edition: number
    words: number
    entry: string
    on: Day
    until?: Day | undefined
  }[] = []
  editorial = new Set<number>()
  asks: { edition: number; audience: readonly Group[] | 'all'; due: Day; closed: boolean; on: Day; anew: boolean }[] =
    []

  /**
   * The version of each edition's words: all begin as a summary that the school accepts; adopted texts have other
   * words.
   */
  words = months.map(() => 0)
  wording: 'restated' | 'adopted' = 'restated'

  edition(at: number) {
    const says = [`I have read it in words ${this.words[at] ?? 0}.`, 'I understand.', 'I know whom to ask.']
    return toSign({ id: months[at] ?? '', wording: this.wording, says })
  }

  get editions() {
    return months.slice(0, this.published).map((_, at) => this.edition(at))
  }

  facts(person: Person | undefined): SigningFacts {
    return {
      person,
      history: this.journal.filter(({ fact }) => 'person' in fact && fact.person === person?.id),
      marks: this.journal.filter(({ fact }) => fact.kind === 'edition-marked'),
      campaigns: this.campaigns.toReversed(),
      reading: undefined,
    }
  }

  stamp() {
    const id = `e${this.journal.length + 1}`
    return { id, at: new Date(`${this.today}T10:00:00Z`), salt: id }
  }

  apply<T extends { kind: string }>({ entries, outcome, campaign }: RecordDecision<T>): string {
    for (const entry of entries) this.journal.push(seal({ ...entry, seq: this.journal.length + 1, hidden: {} }, zeros))
    if (campaign !== undefined) this.campaigns = [...this.campaigns.filter(({ id }) => id !== campaign.id), campaign]
    return outcome.kind
  }
}

function act(world: World, deed: Deed): void {
  const { today } = world
  const now = world.published - 1
  const stamp = world.stamp()
  const by = { by: 'p9', stamp }
  const current = world.edition(now)
  const person = 'who' in deed ? world.people[deed.who % world.people.length] : undefined
  const facts = world.facts(person)
  const upon = { policy: 'social-media', edition: current.id, today, stamp }
  const note = (did: string, at = now, until?: Day) => {
    if (person !== undefined)
      world.notes.push({
        who: person.id,
        did,
        edition: at,
        words: world.words[at] ?? 0,
        entry: stamp.id,
        on: today,
        until,
      })
  }
  switch (deed.do) {
    case 'day':
      world.today = addDays(today, 1)
      return
    case 'publish':
      world.published = Math.min(world.published + 1, months.length)
      return
    case 'adopt':
      if (world.wording === 'restated') world.words = world.words.map((words) => words + 1)
      world.wording = 'adopted'
      return
    case 'reword':
      // Back and forth, so that words that were signed before can return.
      world.words = world.words.map((words, at) => (at === deed.edition ? (words === 1 ? 2 : 1) : words))
      return
    case 'join':
      world.people.push(
        aPerson({ id: `p${world.people.length}`, group: deed.group, startsOn: addDays(today, deed.days) }),
      )
      return
    case 'leave':
    case 'back':
      world.people = world.people.map((each) =>
        each.id === person?.id ? { ...each, leavesOn: deed.do === 'leave' ? today : undefined } : each,
      )
      return
    case 'sign':
      if (world.apply(sign(facts, signRequest({ edition: current, stamp, accepted }))) === 'signed') note('signed')
      return
    case 'paper': {
      const at = deed.edition % world.published
      const old = world.edition(at)
      const request = {
        edition: old,
        declaration: declared(old),
        on: today,
        kept: 'Cabinet',
        zone,
        today,
        accepted,
        ...by,
      }
      if (world.apply(signPaper(facts, request)) === 'signed') note('signed', at)
      return
    }
    case 'withdraw': {
      const last = facts.history.findLast(({ fact }) => fact.kind === 'signed')
      if (last === undefined) return
      if (world.apply(withdraw(facts, { signing: last.id, reason: 'A mistake.', ...by })) === 'withdrawn')
        world.notes = world.notes.filter(({ entry }) => entry !== last.id)
      return
    }
    case 'decline':
      if (world.apply(decline(facts, { declaration: declared(current), today, stamp, reason: 'No.' })) === 'declined')
        note('declined')
      return
    case 'concern':
    case 'question':
      if (world.apply(raise(facts, { ...upon, what: deed.do, words: 'Why?' })) === 'raised') note(deed.do)
      return
    case 'excuse': {
      const until = deed.days === undefined ? undefined : addDays(today, deed.days)
      const asked = { policy: 'social-media', reason: 'Leave.', until, today, ...by }
      if (world.apply(excuse(facts, asked)) === 'excused') note('excused', now, until)
      return
    }
    case 'end-excuse':
      world.apply(endExcuse(facts, { policy: 'social-media', ...by }))
      world.notes = world.notes.filter(({ who, did }) => who !== person?.id || did !== 'excused')
      return
    case 'mark': {
      const at = deed.edition % world.published
      world.apply(
        mark(facts, {
          policy: 'social-media',
          edition: months[at] ?? '',
          change: deed.change,
          practice: deed.practice,
          ...by,
        }),
      )
      if (deed.practice) return
      if (deed.change === 'editorial') world.editorial.add(at)
      else world.editorial.delete(at)
      return
    }
    case 'open': {
      const audience = audiences[deed.audience] ?? 'all'
      const due = addDays(today, deed.days)
      const request = {
        policy: policyToSign(...world.editions),
        edition: current,
        audience: { everybody: audience === 'all', groups: audience === 'all' ? [] : [...audience], roles: [], people: [] },
        due, practice: false, zone, accepted, ...by, since: deed.anew ? stamp.at : undefined,
      } // prettier-ignore
      if (world.apply(openCampaign(facts, request)) === 'opened')
        world.asks.push({ edition: now, audience, due, closed: false, on: today, anew: deed.anew })
      return
    }
    case 'close': {
      const which = deed.which % Math.max(1, world.asks.length)
      const campaign = world.campaigns.find(({ id }) => id.endsWith(`.${which + 1}`))
      if (campaign === undefined) return
      world.apply(closeCampaign(facts, { campaign: campaign.id, zone, ...by }))
      const ask = world.asks[which]
      if (ask !== undefined) ask.closed = true
    }
  }
}

/** Answers the same question from the notes, working back from the end. */
function recount({ notes, words, published, editorial, asks, today }: World, person: Person): string {
  if (person.leavesOn !== undefined && person.leavesOn < today) return 'left'
  const now = published - 1
  // Editions with the same meaning share the number of the oldest.
  const meaning = (edition: number): number => (edition > 0 && editorial.has(edition) ? meaning(edition - 1) : edition)
  const own = notes.filter((note) => note.who === person.id)
  const newest = Math.max(-1, ...own.filter(({ did }) => did === 'signed').map((note) => note.edition))
  const last = own.filter(({ did, edition: at }) => did === 'signed' && at === newest).at(-1)
  const asksThem = (ask: World['asks'][number]) =>
    ask.audience === 'all' || (person.group !== undefined && ask.audience.includes(person.group))
  const tooOld = (on: Day) => asks.some((ask) => ask.anew && !ask.closed && on < ask.on && asksThem(ask))
  const holds = last !== undefined && last.words === words[newest] && meaning(newest) === meaning(now)
  if (holds && !tooOld(last.on)) {
    if (newest === now) return 'signed'
    return 'carried-over'
  }
  const excused = own.filter(({ did }) => did === 'excused').at(-1)
  if (excused !== undefined && (excused.until ?? '9999-12-31') >= today) return 'excused'
  const started = person.startsOn === undefined || person.startsOn <= today
  const days = asks
    .filter((ask) => !ask.closed && meaning(ask.edition) === meaning(now))
    .filter((ask) => asksThem(ask) && (!holds || (ask.anew && last.on < ask.on)))
    .map(({ due }) =>
      person.startsOn !== undefined && addDays(person.startsOn, 14) > due ? addDays(person.startsOn, 14) : due,
    )
  const due = started && days.length > 0 ? ` ${days.toSorted()[0] ?? ''}` : ''
  for (let at = own.length - 1; at >= 0; at--) {
    const matter = own[at]
    if (matter?.did !== 'declined' && matter?.did !== 'concern') continue
    if (own.slice(at + 1).some(({ did, edition: later }) => did === 'signed' && later >= matter.edition)) continue
    if (meaning(matter.edition) === meaning(now) && !tooOld(matter.on))
      return (matter.did === 'concern' ? 'concern-raised' : 'declined') + due
    break
  }
  if (newest >= 0) return `signed-earlier${due}${holds ? ' anew' : newest === now ? ' in other words' : ''}`
  return due === '' ? 'not-asked' : `asked${due}`
}

const said = { edition: '', wording: ' in other words', round: ' anew' }

describe('standing, whatever happened in whatever order', () => {
  it('agrees with a plain recount, and so do the totals', () => {
    const seen = new Set<string>()
    fc.assert(
      fc.property(deeds, (all) => {
        const world = new World()
        for (const deed of all) act(world, deed)
        const policy = policyToSign(...world.editions)
        const marks = marksOf(world.journal, false)
        const asOf = {
          edition: months[world.published - 1] ?? '',
          ...inForceOf(policy, editionInForce(policy, world.today)),
          today: world.today,
          joinerDays: 14,
        }
        const lines = world.people.map((person) => ({
          person,
          involvement: foldInvolvement(world.facts(person).history, undefined),
          count: 1,
        }))
        const expected = world.people.map((person) => recount(world, person))
        const found = lines.map((line) => {
          const standing = standingOf({ ...line, marks, campaigns: world.campaigns }, asOf)
          const due = 'due' in standing && standing.due !== undefined ? ` ${standing.due}` : ''
          const other = standing.kind === 'signed-earlier' ? said[standing.what] : ''
          return standing.kind + due + other
        })
        expect(found).to.deep.equal(expected)
        for (const each of expected) seen.add(each.replace(/ \d.{9}/, ''))

        const totals = totalsOf(lines, { marks, campaigns: world.campaigns, asOf })
        const is = (...kinds: string[]) => expected.filter((each) => kinds.includes(each.split(' ')[0] ?? '')).length
        const signed = is('signed', 'carried-over')
        const outstanding = expected.filter((each) => / \d/.test(each)).length
        expect(totals.all).to.deep.include({
          people: world.people.length,
          signed,
          outstanding,
          excused: is('excused'),
          left: is('left'),
        })
        expect(totals.all.percent).to.equal(
          signed + outstanding === 0 ? undefined : Math.floor((signed / (signed + outstanding)) * 100 + 1e-9),
        )
        expect(totals.groups.reduce((sum, each) => sum + each.people, 0)).to.equal(world.people.length)
      }),
      { numRuns: 500 },
    )
    // Without these cases the property would prove nothing about them.
    expect([...seen]).to.include.members([
      'signed', 'signed-earlier', 'signed-earlier in other words', 'signed-earlier anew', 'carried-over', 'asked', 'not-asked', 'concern-raised', 'declined', 'excused', 'left',
    ]) // prettier-ignore
  })
})

describe('signatures taken one by one', () => {
  it('come to what all of them together give, on paper or not and in any order of editions', () => {
    const signing = fc.record({
      month: fc.constantFrom(...months),
      words: fc.constantFrom('a', 'b'),
      paper: fc.boolean(),
    })
    fc.assert(
      fc.property(fc.array(signing, { minLength: 1, maxLength: 8 }), (all) => {
        const history = all.map(({ month, words, paper }, n) => {
          const at = new Date(Date.UTC(2026, 10, 1 + n))
          const { fact, ...entry } = aSignature({ person: 'p1', id: `e${n}`, edition: month, at })
          if (fact.kind !== 'signed') throw new Error('a signature')
          const onPaper = paper ? { paper: { by: 'operator', on: day(`${month}-15`) } } : {}
          return { ...entry, fact: { ...fact, wording: words, ...onPaper } }
        })
        const last = history.reduce<LatestSignature | undefined>(withSigning, undefined)
        expect(last).to.deep.equal(foldInvolvement(history, undefined).signed)
      }),
      { numRuns: 200 },
    )
  })
})
