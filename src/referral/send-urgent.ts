// Where the school wants it, the safeguarding lead hears at once, by every way, that somebody was given urgent help.
// Who it was and what they wrote are only sent if that person presses.
import { note, text, type Card } from '../chat/cards.ts'
import type { Person } from '../chat/people.ts'
import { markPractice } from '../chat/practice.ts'
import { sendAgain } from '../outbox/again.ts'
import { deliverOne } from '../outbox/deliver.ts'
import type { Planned } from '../outbox/types.ts'
import { clockOf, type Beat } from '../turn/beat.ts'
import type { Turn } from '../turn/turn.ts'
import { readStaff } from './read-staff.ts'
import { answeringDay } from './when.ts'
import { offerTo, ranksFor } from './whom.ts'

const kind = 'urgent-help'

type Telling = Pick<Turn, 'ports' | 'library' | 'now'>

/** `need` is the id of the kind of help. It is written down before this resolves; nobody waits until it is sent. */
export async function tellLead(turn: Telling, need: string, by: Person | undefined): Promise<boolean> {
  const { ports, library, now } = turn
  if (library.school.urgentAtOnce !== true) return false
  const { calendar } = library.school
  const practice = by?.practice === true
  const ranks = ranksFor({ route: 'safeguarding', policy: undefined }, await readStaff(ports, library.school, practice))
  const leads = offerTo(ranks, { day: answeringDay(now, calendar), calendar, asker: by?.id ?? '', late: false })
  const once = ports.newId()
  const planned = leads.map((lead) => noticeTo(turn, lead, `urgent:${need}:${once}:${lead.id}`))
  for (const { key, person } of planned) await ports.notices.plan({ key, kind, person, at: now })
  for (const each of planned) void deliverOne(ports, each, clockOf(turn))
  return leads.length > 0
}

/** On every beat: retries what did not arrive. */
export function tellLeadAgain(beat: Beat): Promise<void> {
  return sendAgain(beat, kind, async (open) => {
    const found = await Promise.all(
      open.map(async ({ key, person: id }) => {
        const person = await beat.ports.people.byId(id)
        return person === undefined ? [] : [noticeTo(beat, person, key)]
      }),
    )
    return found.flat()
  })
}

function noticeTo({ library, now }: Telling, { id, practice }: Person, key: string): Planned {
  const help = library.urgent.find((each) => each.id === key.split(':')[1])?.title
  const card = showUrgentHelp(help, practice)
  return {
    key,
    kind,
    person: id,
    everyWay: true,
    at: now,
    reason: 'somebody was given urgent help',
    still: () => Promise.resolve(true),
    show: () => card,
    write: () =>
      practice ? undefined : { subject: card.title, text: `${card.summary}\n\nPolicy Guide, ${library.school.name}` },
  }
}

function showUrgentHelp(help: string | undefined, practice: boolean): Card {
  const line = `Somebody at the school has just been told what to do: ${help ?? 'something urgent'}.`
  const more = 'Who it is, and what they wrote, is not passed on unless they press a button to tell you.'
  return markPractice(
    {
      title: 'Somebody was given urgent help',
      tone: 'urgent',
      summary: `${line} ${more}`,
      blocks: [text(line), note(more)],
    },
    practice,
  )
}
