// Tells people what somebody recorded about them: where they can be reached, otherwise by email. It is read from the
// journal, so the command line, which cannot send, only notes that they are to be told.
import { compact } from '../kit/defined.ts'
import { note, text, type Card } from '../chat/cards.ts'
import type { Person } from '../chat/people.ts'
import { markPractice } from '../chat/practice.ts'
import type { Entry } from '../journal/types.ts'
import { sendAgain, waits } from '../outbox/again.ts'
import { deliverOne } from '../outbox/deliver.ts'
import { hasArrived } from '../outbox/slt.ts'
import type { Planned } from '../outbox/types.ts'
import type { Notices } from '../ports/notices.ts'
import { clockOf, type Beat } from '../turn/beat.ts'
import type { Turn } from '../turn/turn.ts'

/** The kind of these notices. */
const kind = 'concerned'
const keyStart = 'concerned:'

type Telling = Pick<Turn, 'ports' | 'library' | 'desk' | 'now'>

/** To be told by the next run of the bot. Nobody is told of what they did themselves. */
export async function planConcerned(
  notices: Pick<Notices, 'plan'>,
  {
    entry,
    person,
    by,
    at,
  }: { readonly entry: string; readonly person: string; readonly by: string; readonly at: Date },
): Promise<void> {
  if (person !== by) await notices.plan({ key: `${keyStart}${entry}`, kind, person, at })
}

/** At once, and again where it did not arrive. True where it was sent. */
export async function tellConcerned(turn: Telling, entry: string): Promise<boolean> {
  const told = await readTold(turn, entry)
  if (told === undefined || told.person.id === told.byId) return true
  await planConcerned(turn.ports.notices, { entry, person: told.person.id, by: told.byId, at: turn.now })
  return hasArrived(await deliverOne(turn.ports, plannedFor(turn, entry, told), clockOf(turn)))
}

/** On every beat: sends what was noted, and retries what did not arrive. */
export function tellConcernedAgain(beat: Beat): Promise<void> {
  const remake = async ({ key }: { readonly key: string }) => {
    const entry = key.slice(keyStart.length)
    const told = await readTold(beat, entry)
    return told === undefined ? [] : [plannedFor(beat, entry, told)]
  }
  return sendAgain(beat, kind, async (open) => (await Promise.all(open.map(remake))).flat(), waits.kept)
}

export interface Concerning {
  readonly person: Person
  /** The name of whoever did it, or the school's where nobody said who it was. */
  readonly by: string
  /** The policy's title. */
  readonly title: string
  readonly what: ConcerningKind
  readonly why?: string | undefined
}

export type ConcerningKind = 'excused' | 'excuse-ended' | 'withdrawn' | 'paper'

/** Undefined where nobody need be told, or what was said was erased since. */
async function readTold(
  { ports, desk, library }: Telling,
  id: string,
): Promise<(Concerning & { readonly byId: string }) | undefined> {
  const entry = await ports.journal.entry(id)
  const about = entry && whatIn(entry)
  if (about === undefined) return undefined
  const person = await ports.people.byId(about.person)
  if (person === undefined) return undefined
  const by = about.by === 'operator' ? undefined : await ports.people.byId(about.by)
  const title = desk.shelf.editionOf(about)?.title ?? desk.shelf.edition(about.policy)?.title ?? about.policy
  const why = (await ports.journal.hiddenOf(id))?.fields['reason']
  return { person, by: by?.name ?? library.school.name, byId: about.by, title, what: about.what, why }
}

function whatIn({ fact }: Entry) {
  switch (fact.kind) {
    case 'excused':
    case 'excuse-ended':
      return { what: fact.kind, person: fact.person, by: fact.by, policy: fact.policy, edition: '' }
    case 'withdrawn':
      return { what: fact.kind, person: fact.person, by: fact.by, policy: fact.policy, edition: fact.edition }
    case 'signed': {
      const { person, policy, edition, paper } = fact
      return paper === undefined ? undefined : ({ what: 'paper', person, by: paper.by, policy, edition } as const)
    }
    default:
      return undefined
  }
}

function plannedFor({ now, library }: Telling, entry: string, told: Concerning): Planned {
  const { person, what } = told
  const card = showConcerned(told)
  return {
    key: `${keyStart}${entry}`,
    kind,
    kept: true,
    person: person.id,
    at: now,
    reason: `something was recorded about somebody: ${what}`,
    still: () => Promise.resolve(true),
    show: () => card,
    write: () =>
      person.practice
        ? undefined
        : { subject: card.title, text: [...linesOf(told), '', `Policy Guide, ${library.school.name}`].join('\n') },
  }
}

export function showConcerned(told: Concerning): Card {
  const [first = '', ...rest] = linesOf(told)
  return markPractice(
    {
      title: 'Something was recorded about you',
      tone: 'plain',
      summary: first,
      blocks: [text(first), ...rest.map((line) => note(line))],
    },
    told.person.practice,
  )
}

function linesOf({ by, title, what, why = '' }: Concerning): string[] {
  const said: Readonly<Record<ConcerningKind, string>> = {
    excused: `${by} excused you from signing the ${title}.`,
    'excuse-ended': `${by} ended your excuse: you are asked again to sign the ${title}.`,
    withdrawn: `${by} withdrew your signature of the ${title}: it no longer counts.`,
    paper: `${by} recorded that you signed the ${title} on paper.`,
  }
  return compact([
    said[what],
    why.trim() !== '' && `The reason given: “${why.trim()}”`,
    'If that is not right, please speak to them, or to anybody in the senior leadership team.',
  ])
}
