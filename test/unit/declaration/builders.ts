// People, policies to sign and histories for tests, with defaults for what does not matter.
import type { Campaign } from '../../../src/standing/campaigns.ts'
import type { Person } from '../../../src/chat/people.ts'
import { hashesOf } from '../../../src/guide/hash.ts'
import type { SignRequest } from '../../../src/declaration/sign.ts'
import type { Declaration, SigningFacts } from '../../../src/standing/types.ts'
import { declarationOf } from '../../../src/standing/declared.ts'
import { seal, zeros } from '../../../src/journal/seal.ts'
import type { Stamp } from '../../../src/journal/stamp.ts'
import type { Entry, Fact, NewEntry } from '../../../src/journal/types.ts'
import { parseDay, type Day } from '../../../src/kit/days.ts'
import { sha256 } from '../../../src/kit/hash.ts'
import type { Edition, Policy } from '../../../src/policy/types.ts'
import { anEdition, aPolicy, aSection } from '../../kit/builders.ts'

export const zone = 'Europe/London'

export function day(text: string): Day {
  const read = parseDay(text)
  if (read === undefined) throw new Error(`${text} is no day`)
  return read
}

export function aPerson(given: Partial<Person> = {}): Person {
  return {
    id: 'p-1',
    name: 'Nia Okonkwo-Hughes',
    email: 'n.okonkwo@school.example',
    roles: ['staff'],
    group: 'teaching',
    manager: undefined,
    startsOn: undefined,
    leavesOn: undefined,
    away: [],
    weekdays: undefined,
    listed: true,
    practice: false,
    ...given,
  }
}

export const statements = ['I have read it.', 'I understand who may look into it.', 'I know whom to ask.']

/** An edition whose declaration has these statements; by default there are three. */
export function toSign(given: Partial<Pick<Edition, 'id' | 'wording'>> & { says?: readonly string[] } = {}): Edition {
  const { says = statements, ...rest } = given
  return anEdition({
    sections: [aSection('1', 'Context', 'What it is about.'), aSection('A2', 'Staff declaration', ...says)],
    ...rest,
  })
}

/** A policy whose owner has confirmed the declaration of each edition. */
export function policyToSign(...given: readonly Edition[]): Policy {
  const editions = given.length > 0 ? given : [toSign()]
  const texts = editions.flatMap((edition) => hashesOf(edition).get('A2') ?? [])
  const written = { sections: new Map([['A2', texts]]), for: {}, confirmed: {}, base: [] }
  return { ...aPolicy(...editions), declaration: 'A2', written }
}

export function declared(edition: Edition): Declaration {
  const declaration = declarationOf(policyToSign(edition), edition)
  if (declaration === undefined) throw new Error('this edition has nothing to sign')
  return declaration
}

let stamps = 0
export function stampAt(at: string): Stamp {
  stamps += 1
  return { at: new Date(at), id: `e-${stamps}`, salt: `salt-${stamps}` }
}

/** Facts as entries, one for each day from 1 September 2026, with the ids e1, e2 … */
export function entriesOf(...facts: readonly Fact[]): Entry[] {
  return facts.map((fact, at) =>
    seal({ seq: at + 1, id: `e${at + 1}`, at: new Date(Date.UTC(2026, 8, at + 1, 8)), fact, hidden: {} }, zeros),
  )
}

/** The facts with a decision's entries added, as a store would add them. */
export function withEntries(facts: SigningFacts, entries: readonly NewEntry[]): SigningFacts {
  const next = entries.map((entry, at) => seal({ ...entry, seq: facts.history.length + at + 1, hidden: {} }, zeros))
  return { ...facts, history: [...facts.history, ...next] }
}

export function factsOf(given: Partial<SigningFacts> = {}): SigningFacts {
  return { person: aPerson(), history: [], marks: [], campaigns: [], reading: undefined, ...given }
}

export function signedFact(edition: string, given: { person?: string; wording?: string } = {}): Fact {
  const { person = 'p-1', wording = declared(toSign({ id: edition })).hash } = given
  return {
    kind: 'signed',
    policy: 'social-media',
    edition,
    person,
    wording,
    text: sha256('text'),
    statements: [],
    zone,
    how: 'chat',
    platform: 'slack',
    practice: false,
  }
}

export function aCampaign(given: Partial<Campaign> = {}): Campaign {
  return {
    id: 'social-media@2015-10.1',
    policy: 'social-media',
    edition: '2015-10',
    audience: { everybody: true, groups: [], roles: [], people: [] },
    due: day('2026-09-30'),
    openedOn: day('2026-09-01'),
    closedOn: undefined,
    rhythm: undefined,
    pausedOn: undefined,
    practice: false,
    ...given,
  }
}

export function signRequest(given: Partial<SignRequest> & { edition?: Edition } = {}): SignRequest {
  const { edition = toSign(), ...rest } = given
  const declaration = declared(edition)
  return {
    edition,
    declaration,
    shown: { edition: declaration.edition, hash: declaration.hash },
    confirmed: [0, 1, 2],
    name: 'Nia Okonkwo',
    nameConfirmed: false,
    names: [],
    how: 'chat',
    account: { platform: 'slack', id: 'U123' },
    zone,
    accepted: [],
    stamp: stampAt('2026-09-10T08:00:00Z'),
    ...rest,
  }
}
