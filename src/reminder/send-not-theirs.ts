// Tells SLT that something is not for somebody to sign: at once, and again where it did not arrive. Each notice’s key
// says who said it about which edition, so nothing else has to be remembered.
import type { Person } from '../chat/people.ts'
import type { Notice } from '../ports/notices.ts'
import { sendAgain, waits } from '../outbox/again.ts'
import { aboutIn, noticeTo, tellSlt, type Arrived, type ToSlt } from '../outbox/slt.ts'
import type { Planned } from '../outbox/types.ts'
import type { Beat } from '../turn/beat.ts'
import type { Turn } from '../turn/turn.ts'
import { showNotForThem, writeNotForThem, type NotTheirs } from './cards.ts'
import { notTheirsKey, readNotTheirs } from './steps.ts'

/** The kind of these notices. */
const kind = 'not-theirs-to-slt'

/** How somebody was reached; undefined where nobody was. */
export function passOnNotTheirs(turn: Turn, from: Person, owes: readonly NotTheirs[]): Promise<Arrived | undefined> {
  return tellSlt(turn, toSlt(turn, from, owes), from)
}

/** On every beat: retries what did not reach a member of SLT. Notices that were one message are one message again. */
export function passOnNotTheirsAgain(beat: Beat): Promise<void> {
  const retell = async (open: readonly Notice[]) => {
    const told = new Map<string, Notice[]>()
    for (const notice of open) {
      const by = `${notice.person} ${readNotTheirs(aboutIn(notice))?.person ?? ''}`
      told.set(by, [...(told.get(by) ?? []), notice])
    }
    return (await Promise.all([...told.values()].map((theirs) => remake(beat, theirs)))).flat()
  }
  return sendAgain(beat, kind, retell, waits.kept)
}

async function remake(beat: Beat, notices: readonly Notice[]): Promise<readonly Planned[]> {
  const said = notices.flatMap((notice) => readNotTheirs(aboutIn(notice)) ?? [])
  const [first] = said
  const leader = notices[0]?.person
  const person = first && (await beat.ports.people.byId(first.person))
  const owes = said.flatMap(({ policy, edition }) => {
    const title = beat.desk.shelf.editionOf({ policy, edition })?.title
    return title === undefined ? [] : [{ policy, edition, title }]
  })
  if (person === undefined || leader === undefined || owes.length === 0) return []
  return [noticeTo(leader, toSlt(beat, person, owes), beat)]
}

function toSlt({ library }: Pick<Turn, 'library'>, from: Person, owes: readonly NotTheirs[]): ToSlt {
  const { id, name, practice } = from
  return {
    about: owes.map((each) => notTheirsKey(each, id)),
    kind,
    reason: 'somebody says that it is not for them to sign',
    show: () => showNotForThem({ name, person: id, practice }, owes),
    write: () => writeNotForThem(name, owes, library.school.name),
  }
}
