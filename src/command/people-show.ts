// `people show`: everything that is kept about somebody, for a subject access request.
import type { Account, Person } from '../chat/people.ts'
import type { Approval } from '../ports/approvals.ts'
import type { Case } from '../ports/cases.ts'
import type { Entry } from '../journal/types.ts'
import { dayIn, sayDay } from '../kit/days.ts'
import { sayWeekdays } from '../people/weekdays.ts'
import type { Hidden } from '../ports/evidence.ts'
import type { KeptRuling } from '../ports/ports.ts'
import { type CommandContext, status } from './context.ts'
import { lookInHome } from './open-home.ts'

export interface ShowAsked {
  readonly email: string
  readonly json: boolean
}

interface Kept {
  readonly person: Person
  readonly accounts: readonly Account[]
  readonly history: readonly (Entry & { readonly inClear: Hidden['fields'] | undefined })[]
  readonly reading: readonly { readonly policy: string; readonly edition: string; readonly read: readonly string[] }[]
  /** Questions before signing that they answered right and have not signed yet. */
  readonly answers: readonly { readonly policy: string; readonly edition: string; readonly right: number }[]
  readonly rulings: readonly KeptRuling[]
  /** What they asked a person, and cases of others that they have. */
  readonly cases: readonly Case[]
  readonly drafts: readonly Approval[]
}

export async function printPerson(context: CommandContext, { email, json }: ShowAsked): Promise<number> {
  const { policies, school } = await context.library()
  const kept = await lookInHome(
    context,
    async ({ people, journal, store, cases, approvals }): Promise<Kept | undefined> => {
      const person = await people.byEmail(email)
      if (person === undefined) return undefined
      const accounts = await people.accountsOf(person.id)
      const entries = await journal.historyOf(person.id)
      const history = await Promise.all(
        entries.map(async (entry) => ({ ...entry, inClear: (await journal.hiddenOf(entry.id))?.fields })),
      )
      const facts = await Promise.all(
        policies.map(async ({ id }) => ({
          policy: id,
          facts: await journal.factsOf({ policy: id, person: person.id }),
        })),
      )
      const reading = facts.flatMap(({ policy, facts: { reading: found } }) =>
        found === undefined ? [] : [{ policy, edition: found.edition, read: found.read }],
      )
      const answers = facts.flatMap(({ policy, facts: { answers: right } }) =>
        right === undefined ? [] : [{ policy, edition: right.edition, right: right.keys.length }],
      )
      const drafts = (await approvals.all()).filter(({ asker }) => asker === person.id)
      const rulings = await Promise.all(accounts.map((account) => store.rulingsOf(account, 10_000)))
      const ownCases = await cases.of(person.id)
      return { person, accounts, history, reading, answers, rulings: rulings.flat(), cases: ownCases, drafts }
    },
  )
  if (kept === undefined) {
    context.err(`Nobody with the email ${email} is known. Nothing is kept about them under it.`)
    return status.no
  }
  if (json) context.out(JSON.stringify(kept))
  else for (const line of toLines(kept, school.zone)) context.out(line)
  return status.done
}

function sayRuling(day: (at: Date) => string) {
  return ({ at, ruling, scenario, edition, version }: KeptRuling) =>
    edition === undefined ? `${day(at)} ${ruling}` : `${day(at)} ${ruling} (${scenario} ${version ?? ''}, ${edition})`
}

function toLines(
  { person, accounts, history, reading, answers, rulings, cases, drafts }: Kept,
  zone: string,
): string[] {
  const day = (at: Date) => sayDay(dayIn(zone, at))
  return [
    `What Policy Guide keeps about ${person.name}`,
    `  id         ${person.id}`,
    ...sayKept({ email: person.email, number: person.staffNumber, group: person.group }),
    `  roles      ${person.roles.join(', ')}`,
    `  days       ${person.startsOn === undefined ? 'no start day' : `from ${sayDay(person.startsOn)}`}, ${person.leavesOn === undefined ? 'no leaving day' : `last day ${sayDay(person.leavesOn)}`}`,
    `  works      ${person.weekdays === undefined ? 'all days of the school' : sayWeekdays(person.weekdays)}`,
    `  days away  ${person.away.length === 0 ? 'none' : person.away.map(({ from, to }) => `${sayDay(from)} to ${sayDay(to)}`).join('; ')}`,
    `  accounts   ${accounts.length === 0 ? 'none' : accounts.map(({ platform, id }) => `${platform} ${id}`).join('; ')}`,
    `Reading: ${reading.length === 0 ? 'nothing' : reading.map(({ policy, edition, read }) => `${policy} ${edition}, sections ${read.join(', ')}`).join('; ')}`,
    `Questions before signing: ${answers.length === 0 ? 'nothing' : answers.map(({ policy, edition, right }) => `${policy} ${edition}, ${right} answered right`).join('; ')}`,
    `Checks that are still kept: ${rulings.length === 0 ? 'none' : rulings.map(sayRuling(day)).join('; ')}`,
    `Cases: ${cases.length === 0 ? 'none' : ''}`.trimEnd(),
    ...cases.flatMap((each) => caseLines(each, person.id, day)),
    `Journal: ${history.length === 0 ? 'no entries' : ''}`.trimEnd(),
    ...history.flatMap(({ seq, at, fact, inClear }) => [
      `  ${seq}  ${day(at)}  ${fact.kind}${'policy' in fact ? ` ${fact.policy}` : ''}${'edition' in fact ? ` ${fact.edition}` : ''}`,
      ...Object.entries(inClear ?? {}).map(([field, value]) => `      ${field}: ${value}`),
    ]),
    ...draftLines(drafts, day),
    'Questions are kept without names, so none can be told to be theirs. A draft is kept only while it waits for a yes.',
  ]
}

function sayKept(kept: Readonly<Record<string, string | undefined>>): string[] {
  return Object.entries(kept).map(([what, value]) => `  ${what.padEnd(11)}${value ?? 'none'}`)
}

/** Their own questions in full; from other people's cases, only what they wrote themselves. */
function caseLines({ id, at, asker, state, messages }: Case, person: string, day: (at: Date) => string): string[] {
  const mine = messages.filter(({ by, text }) => text !== '' && (asker === person || by === person))
  return [
    `  ${id}  ${day(at)}  ${asker === person ? 'asked a person' : 'has, or may take, what somebody asked'}, ${state}`,
    ...mine.map(({ at: when, kind, text }) => `      ${day(when)} ${kind}: ${text}`),
  ]
}

function draftLines(drafts: readonly Approval[], day: (at: Date) => string): string[] {
  if (drafts.length === 0) return ['Drafts that wait for a yes: none']
  return ['Drafts that wait for a yes:', ...drafts.map(({ id, at, draft }) => `  ${id}  ${day(at)}  ${draft}`)]
}
