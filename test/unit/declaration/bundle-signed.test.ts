// Whether somebody has signed everything that a round asks of them: a table of situations, and what is recorded.
import { expect } from 'chai'
import { recordBundle, wholeOf, type Stood } from '../../../src/declaration/bundle-signed.ts'
import type { Standing } from '../../../src/standing/types.ts'
import type { Audience } from '../../../src/journal/types.ts'
import type { Round } from '../../../src/standing/rounds.ts'
import { aPerson, aSignature, day } from '../../kit/evidence.ts'

const everybody: Audience = { everybody: true, groups: [], roles: [], people: [] }
const governors: Audience = { everybody: false, groups: ['governor'], roles: [], people: [] }
const at = new Date('2026-11-23T09:00:00Z')

function part(policy: string, place: number, audience = everybody, closedOn = false): Round['parts'][number] {
  return {
    id: `${policy}.1`,
    policy,
    edition: '2026-09',
    audience,
    due: day('2026-12-18'),
    openedOn: day('2026-11-01'),
    closedOn: closedOn ? day('2026-11-20') : undefined,
    practice: false,
    rhythm: undefined,
    pausedOn: undefined,
    round: { id: 'pack.1', bundle: 'pack', title: 'Pack', at: place },
  }
}

const round: Round = {
  id: 'pack.1',
  bundle: 'pack',
  title: 'Pack',
  practice: false,
  parts: [part('a', 0), part('b', 1), part('c', 2, governors)],
}
const stood = (policy: string, kind: 'signed' | 'carried-over' | 'excused' | 'asked' | 'declined'): Stood => ({
  policy,
  standing: standings[kind],
  signed: kind === 'signed' || kind === 'carried-over' ? `e-${policy}` : undefined,
})
const due = day('2026-12-18')
const standings = {
  signed: { kind: 'signed', at } as unknown as Standing,
  'carried-over': { kind: 'carried-over', at } as unknown as Standing,
  excused: { kind: 'excused' } as unknown as Standing,
  asked: { kind: 'asked', due } as unknown as Standing,
  declined: { kind: 'declined', at, due } as unknown as Standing,
}

describe('a bundle signed whole', () => {
  const teacher = aPerson('t', { group: 'teaching' })
  const governor = aPerson('g', { group: 'governor' })
  const today = day('2026-11-23')
  const whole = (person: typeof teacher, given: readonly Stood[], of = round) => {
    const found = wholeOf(person, of, { stood: given, today })
    return found && [found.policy, found.signatures, found.excused]
  }

  it('is all that their duties hold, and nothing less', () => {
    const both = [stood('a', 'signed'), stood('b', 'carried-over')]
    expect(whole(teacher, both)).to.deep.equal(['a', ['e-a', 'e-b'], []])
    expect(whole(governor, both), 'a governor has a third').to.equal(undefined)
    expect(whole(governor, [...both, stood('c', 'signed')])).to.deep.equal(['a', ['e-a', 'e-b', 'e-c'], []])
    for (const kind of ['asked', 'declined'] as const)
      expect(whole(teacher, [stood('a', 'signed'), stood('b', kind)]), kind).to.equal(undefined)
  })

  it('leaves out what they are excused from, and is nothing where nothing is signed', () => {
    expect(whole(teacher, [stood('a', 'excused'), stood('b', 'signed')])).to.deep.equal(['b', ['e-b'], ['a']])
    expect(whole(teacher, [stood('a', 'excused'), stood('b', 'excused')])).to.equal(undefined)
  })

  it('is not told of a round that is over, of practice, or of a document that nobody can sign any more', () => {
    const both = [stood('a', 'signed'), stood('b', 'signed')]
    const closed = { ...round, parts: [part('a', 0, everybody, true), part('b', 1, everybody, true)] }
    expect(whole(teacher, both, closed)).to.equal(undefined)
    expect(whole(teacher, both, { ...round, practice: true })).to.equal(undefined)
    expect(whole(teacher, [stood('a', 'signed')]), 'b has nothing to sign').to.equal(undefined)
  })

  it('is recorded once for the same signatures, anew for others, and never after a withdrawal', () => {
    const stamp = { at, id: 'whole', salt: 'salt' }
    const asked = {
      whole: {
        policy: 'social-media',
        round: { id: 'pack.1', bundle: 'pack', title: 'Pack' },
        signatures: ['e1', 'e2'],
        excused: [],
      },
      zone: 'Europe/London',
      stamp,
    }
    const signed = aSignature({ person: 't', id: 'e1' })
    const first = recordBundle({ history: [signed], person: teacher } as never, asked)
    expect(first.outcome).to.deep.equal({ kind: 'recorded', entry: 'whole' })
    expect(first.entries[0]?.hidden).to.deep.equal({ known: teacher.name })
    const history = [signed, ...first.entries]
    const again = recordBundle({ history, person: teacher } as never, { ...asked, stamp: { ...stamp, id: 'other' } })
    expect(again).to.deep.equal({ entries: [], outcome: { kind: 'already-recorded', entry: 'whole' } })
    const others = { ...asked, whole: { ...asked.whole, signatures: ['e1', 'e3'] } }
    expect(recordBundle({ history, person: teacher } as never, others).outcome.kind).to.equal('recorded')
    const withdrawn = {
      id: 'w',
      at,
      fact: {
        kind: 'withdrawn',
        policy: 'social-media',
        edition: '2015-10',
        person: 't',
        entry: 'e1',
        by: 'slt',
      },
    }
    expect(recordBundle({ history: [signed, withdrawn], person: teacher } as never, asked)).to.deep.equal({
      entries: [],
      outcome: { kind: 'no-longer' },
    })
  })
})
