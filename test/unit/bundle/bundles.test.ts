// Bundles: read from their files, opened as one round, and paused, resumed and changed together.
import { expect } from 'chai'
import { mostStamps, openRound, type OpenRoundRequest } from '../../../src/bundle/open-round.ts'
import { bundleParts, signOfParts } from '../../../src/bundle/parts.ts'
import { changeRound, turnRound } from '../../../src/bundle/turn-round.ts'
import { readLibrary } from '../../../src/library/read.ts'
import { Fact } from '../../../src/journal/types.ts'
import type { Audience } from '../../../src/journal/types.ts'
import type { RecordDecision } from '../../../src/ports/evidence.ts'
import type { Campaign } from '../../../src/standing/campaigns.ts'
import { openParts, partsFor, roundsOf } from '../../../src/standing/rounds.ts'
import { mattersOn } from '../../../src/turn/matter.ts'
import { septemberPack } from '../../kit/september-pack.ts'
import { meadowLane, morePolicies, threePolicies } from '../../kit/three-policies.ts'
import { aPerson, day } from '../declaration/builders.ts'

const library = meadowLane({ ...morePolicies(1), ...septemberPack })
const today = day('2026-11-23')
const nobody: Audience = { everybody: false, groups: [], roles: [], people: [] }
const everybody: Audience = { ...nobody, everybody: true }
const governors: Audience = { ...nobody, groups: ['governor'] }
const [bundle] = library.bundles ?? []
if (bundle === undefined) throw new Error('the bundle was not read')
const { parts } = bundleParts(bundle, [everybody, governors], mattersOn(library, today))

function asked(given: Partial<OpenRoundRequest> = {}): OpenRoundRequest {
  return {
    bundle: bundle ?? { id: '', title: '' },
    parts,
    due: day('2026-12-18'),
    practice: false,
    zone: 'Europe/London',
    accepted: [],
    by: 'operator',
    stamps: Array.from({ length: mostStamps }, (_, at) => ({
      id: `e${at}`,
      salt: 'salt',
      at: new Date('2026-11-23T09:00:00Z'),
    })),
    ...given,
  }
}

const none = { person: undefined, history: [], marks: [], reading: undefined }

/** The campaigns after a decision's changes were stored. */
function after(campaigns: readonly Campaign[], { campaigns: changed = [] }: RecordDecision<unknown>): Campaign[] {
  return [...changed.filter(({ id }) => !campaigns.some((each) => each.id === id)), ...campaigns].map(
    (each) => changed.find(({ id }) => id === each.id) ?? each,
  )
}

describe('bundles: their files', () => {
  const read = (yaml: string, path = 'bundles/september-pack.yaml') => {
    const files = Object.entries({ ...threePolicies, [path]: yaml }).map(([name, source]) => ({
      path: name,
      shown: name,
      source,
      own: true,
    }))
    return readLibrary(files).problems.filter(({ file }) => file === path)
  }

  const slips: readonly (readonly [what: string, yaml: string, line: number, says: RegExp])[] = [
    ['a misspelt group', 'title: A\nduties:\n  - who: goverors\n    read: [visitors]\n', 3, /Did you mean governor\?/],
    ['no title', 'duties:\n  - who: all\n    read: [visitors]\n', 1, /needs a title/],
    ['no duty', 'title: A\nduties: []\n', 2, /holds no duty/],
    ['no policy', 'title: A\nduties:\n  - who: all\n    read: []\n', 4, /names no policy/],
    ['a policy that is not here', 'title: A\nduties:\n  - who: all\n    read:\n      - vistors\n', 5, /vistors, which is not here/],
    ['a word too many', 'title: A\nduties:\n  - who: all\n    read: [visitors]\n    soon: true\n', 3, /soon/],
  ] // prettier-ignore
  for (const [what, yaml, line, says] of slips)
    it(`are told of ${what}, with the line`, () => {
      const [problem] = read(yaml)
      expect(problem?.line).to.equal(line)
      expect(problem?.what).to.match(says)
      expect(problem?.warning === true, 'only a policy that is missing is no error').to.equal(
        what === 'a policy that is not here',
      )
    })

  it('are named by an id', () => {
    expect(read('title: A\nduties: []\n', 'bundles/September Pack.yaml')[0]?.what).to.match(/no id of a bundle/)
  })
})

describe('bundles: who reads what', () => {
  it('joins the duties that hold a document, in the order in which they name it first', () => {
    const duties = [
      { who: 'teaching', read: ['visitors', 'attendance'] },
      { who: 'governors', read: ['rules-1', 'attendance'] },
      { who: 'all', read: ['lettings'] },
    ]
    const teaching: Audience = { ...nobody, groups: ['teaching'] }
    const found = bundleParts(
      { ...asked().bundle, duties },
      [teaching, governors, everybody],
      mattersOn(library, today),
    )
    expect(found.parts.map(({ matter, audience }) => [matter.policy.id, audience.groups])).to.deep.equal([
      ['visitors', ['teaching']],
      ['attendance', ['teaching', 'governor']],
      ['rules-1', ['governor']],
    ])
    expect(found.missing).to.deep.equal(['lettings'])
  })

  it('has another sign once anything of what was shown is otherwise', () => {
    const sign = signOfParts({ parts, missing: [] })
    expect(signOfParts({ parts: parts.slice(1), missing: [] })).to.not.equal(sign)
    expect(signOfParts({ parts, missing: ['lettings'] })).to.not.equal(sign)
    expect(signOfParts({ parts: parts.map((part) => ({ ...part, audience: governors })), missing: [] })).to.not.equal(
      sign,
    )
  })
})

describe('bundles: a round', () => {
  it('is a campaign for each document, each with an entry that names the round', () => {
    const decided = openRound({ campaigns: [] }, asked())
    expect(decided.outcome.kind).to.equal('opened')
    const [round] = roundsOf(decided.campaigns ?? [])
    expect(round).to.deep.include({ id: 'september-pack.1', bundle: 'september-pack', title: 'September pack' })
    expect(round?.parts.map(({ policy, edition, audience }) => [policy, edition, audience])).to.deep.equal([
      ['attendance', '2026-09', everybody],
      ['visitors', '2026-09', everybody],
      ['rules-1', '2026-09', governors],
    ])
    for (const [at, { fact }] of decided.entries.entries()) {
      expect(Fact.parse(fact)).to.deep.equal(fact)
      expect(fact).to.deep.include({ kind: 'campaign-opened', round: { id: 'september-pack.1', bundle: 'september-pack', title: 'September pack', at } }) // prettier-ignore
    }
    expect(new Set(decided.entries.map(({ id }) => id)).size).to.equal(3)
    if (round === undefined) return
    expect(partsFor(aPerson(), round).map(({ policy }) => policy)).to.deep.equal(['attendance', 'visitors'])
    expect(partsFor(aPerson({ group: 'governor' }), round)).to.have.lengthOf(3)
    expect(partsFor(aPerson({ practice: true }), round)).to.be.empty
  })

  it('is opened once, until it is closed; then the next has the next number', () => {
    const first = after([], openRound({ campaigns: [] }, asked()))
    expect(openRound({ campaigns: first }, asked()).outcome.kind).to.equal('round-open')
    const request = { round: 'september-pack.1', zone: 'Europe/London', by: 'operator', stamps: asked().stamps }
    const closed = turnRound({ ...none, campaigns: first }, { ...request, verb: 'close' })
    expect(closed.entries.map(({ fact }) => fact.kind)).to.deep.equal(Array(3).fill('campaign-closed'))
    const then = after(first, closed)
    const next = openRound({ campaigns: then }, asked())
    expect(next.outcome).to.deep.include({ kind: 'opened' })
    const both = after(then, next)
    expect(roundsOf(both).map(({ id }) => id)).to.have.members(['september-pack.1', 'september-pack.2'])
    expect(turnRound({ ...none, campaigns: both }, { ...request, verb: 'reopen' }).outcome.kind).to.equal(
      'another-open',
    )
  })

  it('that asks anew closes the one before, in the same transaction', () => {
    const first = after([], openRound({ campaigns: [] }, asked()))
    const since = new Date('2026-11-23T00:00:00Z')
    const anew = openRound({ campaigns: first }, asked({ since }))
    expect(anew.entries.map(({ fact }) => fact.kind)).to.deep.equal([
      ...Array<string>(3).fill('campaign-closed'),
      ...Array<string>(3).fill('campaign-opened'),
    ])
    const [second, before] = roundsOf(after(first, anew)).toSorted((a, b) => b.id.localeCompare(a.id))
    expect(second?.parts.every((part) => part.since?.getTime() === since.getTime())).to.equal(true)
    expect(before && openParts(before)).to.be.empty
  })

  it('opens nothing where one document can’t be asked for', () => {
    const refusedPart = openRound({ campaigns: [] }, asked({ due: day('2026-11-20') }))
    expect(refusedPart.outcome).to.deep.include({ kind: 'part-refused', title: 'Attendance Policy' })
    expect(refusedPart.entries).to.be.empty
    expect(openRound({ campaigns: [] }, asked({ parts: [] })).outcome.kind).to.equal('nothing')
  })

  it('is paused, let go on and changed whole, and says when nothing was otherwise', () => {
    const first = after([], openRound({ campaigns: [] }, asked()))
    const request = { round: 'september-pack.1', zone: 'Europe/London', by: 'operator', stamps: asked().stamps }
    const turn = (campaigns: readonly Campaign[], verb: 'pause' | 'resume') =>
      turnRound({ ...none, campaigns }, { ...request, verb })
    const paused = after(first, turn(first, 'pause'))
    expect(paused.every(({ pausedOn }) => pausedOn === today)).to.equal(true)
    expect(turn(paused, 'pause').outcome.kind).to.equal('unchanged')
    expect(after(paused, turn(paused, 'resume')).every(({ pausedOn }) => pausedOn === undefined)).to.equal(true)
    const change = (due: string, reason = 'Snow.') =>
      changeRound({ ...none, campaigns: first }, { ...request, due: day(due), reason })
    expect(change('2027-01-15').outcome.kind).to.equal('changed')
    expect(change('2027-01-15', ' ').outcome.kind).to.equal('reason-empty')
    expect(change('2026-12-18').outcome.kind).to.equal('no-change')
    expect(change('2026-11-01').outcome.kind).to.equal('due-passed')
    expect(turnRound({ ...none, campaigns: first }, { ...request, round: 'x.1', verb: 'close' }).outcome.kind).to.equal(
      'no-such-round',
    )
  })
})
