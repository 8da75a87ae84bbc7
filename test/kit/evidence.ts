// People and signatures for suites about kept evidence: the least that a decision needs, with the real hashes and the
// real fold.
import type { Person } from '../../src/chat/people.ts'
import { foldInvolvement, validSignings } from '../../src/standing/fold.ts'
import type { Fact, NewEntry, Entry } from '../../src/journal/types.ts'
import { seal } from '../../src/journal/seal.ts'
import type { Day } from '../../src/kit/days.ts'
import { sha256 } from '../../src/kit/hash.ts'
import type { Journal, RecordDecision } from '../../src/ports/evidence.ts'

let made = 0
export const parts = {
  seal,
  fold: foldInvolvement,
  clock: () => new Date('2026-11-23T09:00:00Z'),
  newId: () => `made-${++made}`,
}

/** Of the first `most` entries, those that are not about the directory. */
export async function deedsIn(journal: Pick<Journal, 'entries'>, most = 10_000): Promise<Entry[]> {
  return deedsOf(await journal.entries(0, most))
}

export function deedsOf(entries: readonly Entry[]): Entry[] {
  return entries.filter(({ fact: { kind } }) => kind !== 'directory' && kind !== 'directory-sealed')
}

export const policy = 'social-media'
export const edition = '2015-10'
export const statements = ['I have read it.', 'I will keep to it.']
export const wording = statements.map((statement) => `- ${statement}`).join('\n')
export const text = `Social Media Policy\n\n1 Context\n\nWhat it is about.\n\n${wording}`

export function aPerson(id: string, given: Partial<Omit<Person, 'id'>> = {}): Person {
  return {
    id,
    name: `Person ${id}`,
    email: `${id}@school.example`,
    roles: ['staff'],
    group: undefined,
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

export function day(text: string): Day {
  return text as Day // tests write it as a literal
}

export interface Press {
  readonly person: string
  /** The id of the entry, if one is written. */
  readonly id: string
  readonly name?: string
  readonly at?: Date
  readonly edition?: string
}

export type Pressed = 'signed' | 'already-signed' | 'unknown-person'

/** Signs as the bot does, without any of its questions. */
export function press(journal: Pick<Journal, 'record'>, given: Press): Promise<Pressed> {
  return journal.record({ policy, person: given.person }, (facts): RecordDecision<Pressed> => {
    if (facts.person === undefined) return { entries: [], outcome: 'unknown-person' }
    const before = validSignings(facts.history).some(({ fact }) => fact.edition === (given.edition ?? edition))
    if (before) return { entries: [], outcome: 'already-signed' }
    const entry = aSignature({ ...given, person: facts.person.id })
    return {
      entries: [entry],
      wordings: [wording, text],
      involvement: foldInvolvement([...facts.history, entry], facts.reading),
      outcome: 'signed',
    }
  })
}

export function aSignature({
  person,
  id,
  name = 'Priya Nair',
  at = new Date('2026-11-23T09:00:00Z'),
  ...rest
}: Press): NewEntry {
  return {
    id,
    at,
    salt: `salt-of-${id}`,
    hidden: { name, account: `slack:${person}` },
    fact: {
      kind: 'signed',
      policy,
      edition: rest.edition ?? edition,
      person,
      wording: sha256(wording),
      text: sha256(text),
      statements: statements.map(sha256),
      zone: 'Europe/London',
      how: 'chat',
      platform: 'slack',
      practice: false,
    },
  }
}

/** Records one fact about a person, whatever was recorded before. */
export function happen(
  journal: Pick<Journal, 'record'>,
  { fact, id, hidden = {} }: { readonly fact: Fact; readonly id: string; readonly hidden?: Record<string, string> },
): Promise<void> {
  const entry: NewEntry = { id, at: new Date('2026-11-23T10:00:00Z'), fact, hidden, salt: `salt-of-${id}` }
  const about = {
    policy: 'policy' in fact ? fact.policy : policy,
    ...('person' in fact ? { person: fact.person } : {}),
  }
  return journal.record(about, (facts) => ({
    entries: [entry],
    ...('person' in fact ? { involvement: foldInvolvement([...facts.history, entry], facts.reading) } : {}),
    ...(fact.kind === 'erased' ? { erases: true } : {}),
    outcome: undefined,
  }))
}
