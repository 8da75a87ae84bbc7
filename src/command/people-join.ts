// `people join`, `unjoin` and `move-domain`: two entries become one person, that is undone, and everybody gets new
// addresses.
import type { Person } from '../chat/people.ts'
import { agreed } from './agreed.ts'
import { refused } from './asked.ts'
import { type CommandContext, status } from './context.ts'
import { withHome } from './open-home.ts'
import { everybodyKnown } from './people-import.ts'

interface Asked {
  readonly yes: boolean
  readonly json: boolean
}

export interface Joining extends Asked {
  /** Email addresses. */
  readonly from: string
  readonly into: string
}

/** Says what it will do before it does it. */
export async function joinPeople(context: CommandContext, { from, into, ...asked }: Joining): Promise<number> {
  const { out } = context
  return withHome(context, async ({ people, journal }) => {
    const [one, other] = [await people.byEmail(from), await people.byEmail(into)]
    if (one === undefined || other === undefined)
      return refused(context, asked.json, {
        outcome: 'unknown-person',
        what: `Nobody here has the email address ${one === undefined ? from : into}.`,
      })
    if (one.id === other.id)
      return refused(context, asked.json, { outcome: 'same', what: 'They are one person already.' })
    if (one.practice !== other.practice)
      return refused(context, asked.json, { outcome: 'practice', what: 'One of them is invented.' })
    if (!asked.json) for (const line of sayJoining(one, other, await signedBy(journal, one.id))) out(line)
    if (!(await agreed(context, { ...asked, question: 'Are they one person?' }))) return status.no
    await people.join(one.id, other.id)
    if (asked.json) out(JSON.stringify({ outcome: 'joined', from: one.id, into: other.id }))
    else out(`Done. To take it back: npm run people -- unjoin ${from}`)
    return status.done
  })
}

function sayJoining(one: Person, other: Person, signed: number): string[] {
  const listed =
    one.listed && other.listed
      ? ['Both stand on the school’s list: usually that means that they are two people. Look again.']
      : []
  const signatures = signed === 1 ? 'one signature' : `${signed} signatures`
  return [
    `${one.name} <${one.email ?? 'no email'}> becomes another name of ${other.name} <${other.email ?? 'no email'}>.`,
    `${signatures} of ${one.name} will count for ${other.name}, and so will reading, excuses, accounts and roles.`,
    'The journal keeps that this was done, and by whom; it can be taken back.',
    ...listed,
  ]
}

async function signedBy(
  journal: { historyOf(person: string): Promise<readonly { readonly fact: { readonly kind: string } }[]> },
  person: string,
): Promise<number> {
  return (await journal.historyOf(person)).filter(({ fact }) => fact.kind === 'signed').length
}

export interface Unjoining extends Asked {
  /** The email address, or the id, that became another name. */
  readonly who: string
}

export async function unjoinPeople(context: CommandContext, { who, ...asked }: Unjoining): Promise<number> {
  const { out } = context
  return withHome(context, async ({ people }) => {
    const question = `Make whoever was ${who} a person of their own again, with what was theirs?`
    if (!(await agreed(context, { ...asked, question }))) return status.no
    const person = await people.unjoin(who)
    if (person === undefined)
      return refused(context, asked.json, { outcome: 'not-joined', what: `Nobody was joined by the name ${who}.` })
    if (asked.json) out(JSON.stringify({ outcome: 'unjoined', person }))
    else out('Done. Each has again what was theirs. What one signed in between stays where it was signed.')
    return status.done
  })
}

export interface Moving extends Asked {
  readonly from: string
  readonly to: string
  readonly dryRun: boolean
}

/** From now on the school has other addresses; everybody stays the same person. */
export async function moveDomain(context: CommandContext, { from, to, dryRun, ...asked }: Moving): Promise<number> {
  const { out } = context
  const domain = /^[a-z0-9-]+(\.[a-z0-9-]+)+$/i
  const wrong = [from, to].find((each) => !domain.test(each))
  if (wrong !== undefined)
    return refused(context, asked.json, {
      outcome: 'no-domain',
      what: `“${wrong}” is not a domain. Write one such as school.example.`,
    })
  return withHome(context, async ({ people }) => {
    const all = await everybodyKnown(people)
    const moved = all.flatMap((person) => {
      const [name, at] = (person.email ?? '').split('@')
      return at === from.toLowerCase() ? [{ ...person, email: `${name ?? ''}@${to.toLowerCase()}` }] : []
    })
    const taken = moved.filter(({ id, email }) => all.some((each) => each.email === email && each.id !== id))
    if (taken.length > 0)
      return refused(context, asked.json, {
        outcome: 'taken',
        what: `${taken.map(({ email }) => email).join(', ')} belong to somebody already. Join them first: npm run people -- join OLD NEW.`,
      })
    if (!asked.json) out(`${moved.length} of ${all.length} people get an address at ${to} in place of ${from}.`)
    if (dryRun || moved.length === 0) return status.done
    if (!(await agreed(context, { ...asked, question: 'Change them all together?' }))) return status.no
    await people.put(moved)
    if (asked.json) out(JSON.stringify({ outcome: 'moved', people: moved.length }))
    else out('Done. All of it was changed together.')
    return status.done
  })
}
