// Passes on to SLT what somebody said before signing or instead of it: at once, and again where it did not arrive. The
// journal holds the whole message, so only its entry's id has to be remembered.
import type { Person } from '../chat/people.ts'
import type { Fact, FactOf } from '../journal/types.ts'
import type { Hidden } from '../ports/evidence.ts'
import type { Notice } from '../ports/notices.ts'
import { sendAgain, waits } from '../outbox/again.ts'
import { aboutIn, noticeTo, tellSlt, type Arrived, type ToSlt } from '../outbox/slt.ts'
import type { Planned } from '../outbox/types.ts'
import type { Edition } from '../policy/types.ts'
import type { Beat } from '../turn/beat.ts'
import { matterOf, standingIn } from '../turn/matter.ts'
import type { Turn } from '../turn/turn.ts'
import { showToldSlt, writeToldSlt, type SaidBefore } from './before-cards.ts'

/** The kind of these notices. */
const kind = 'said-to-slt'
const keyStart = 'said:'

type Telling = Pick<Turn, 'ports' | 'library' | 'desk' | 'now'>

/** `entry` is what was just recorded. Returns how somebody was reached; undefined where nobody was. */
export async function passOn(turn: Telling, entry: string, from: Person): Promise<Arrived | undefined> {
  const said = await readSaid(turn, entry)
  return said && tellSlt(turn, toSlt(turn, entry, said), from)
}

/** On every beat: retries what did not reach a member of SLT. */
export function passOnAgain(beat: Beat): Promise<void> {
  const remake = async (notice: Notice): Promise<readonly Planned[]> => {
    const entry = aboutIn(notice).slice(keyStart.length)
    const said = await readSaid(beat, entry)
    return said === undefined ? [] : [noticeTo(notice.person, toSlt(beat, entry, said), beat)]
  }
  return sendAgain(beat, kind, async (open) => (await Promise.all(open.map(remake))).flat(), waits.kept)
}

interface Said {
  readonly edition: Edition
  readonly told: SaidBefore
}

function toSlt({ library }: Telling, entry: string, { edition, told }: Said): ToSlt {
  return {
    about: [`${keyStart}${entry}`],
    kind,
    reason: `somebody has said something to the senior leadership team: ${entry}`,
    show: () => showToldSlt(edition, told),
    write: () => writeToldSlt(edition, told, library.school.name),
  }
}

/** Undefined for something that is not passed on, or was erased since. */
async function readSaid(seen: Telling, id: string): Promise<Said | undefined> {
  const { ports, desk } = seen
  const fact = (await ports.journal.entry(id))?.fact
  if (fact?.kind !== 'raised' && fact?.kind !== 'declined') return undefined
  const words = wordsIn(fact, await ports.journal.hiddenOf(id))
  const edition = desk.shelf.editionOf(fact)
  const person = await ports.people.byId(fact.person)
  if (words === undefined || edition === undefined || person === undefined) return undefined
  const what = fact.kind === 'raised' ? fact.what : 'decline'
  return { edition, told: { what, person, words, signed: await hasSigned(seen, fact, person) } }
}

/** Somebody who declines need not give a reason; then nothing is hidden. */
function wordsIn({ kind }: Fact, hidden: Hidden | undefined): string | undefined {
  return kind === 'declined' ? (hidden?.fields['reason'] ?? '') : hidden?.fields['words']
}

async function hasSigned(seen: Telling, { policy }: FactOf<'raised' | 'declined'>, person: Person): Promise<boolean> {
  const matter = matterOf(seen, policy)
  if (matter === undefined) return false
  const facts = await seen.ports.journal.factsOf({ policy, person: person.id })
  return standingIn(matter, person, facts).kind === 'signed'
}
