// The school's calendar in a conversation: what comes next, and somebody's own link to it.
import type { Reply } from '../chat/replies.ts'
import type { Person } from '../chat/people.ts'
import { permitAny, quietly } from '../turn/permit.ts'
import type { Turn } from '../turn/turn.ts'
import { showCalendar, type LinkState } from './calendar-cards.ts'
import { linkMade, linkWithdrawn, noLink } from './calendar-words.ts'
import { comingFrom, eventsOf } from './events.ts'
import { readYear } from './read.ts'
import { makeCalendarLink, withdrawCalendarLink } from './send-calendar-link.ts'

export async function hearCalendar(turn: Turn): Promise<Reply[]> {
  const permitted = await permitAny(turn, 'see-register')
  if (permitted.kind === 'refused') return permitted.replies
  return [await calendarReply(turn, { link: await linkOf(turn, permitted.by) })]
}

export async function pressMakeLink(turn: Turn): Promise<Reply[]> {
  const permitted = await permitAny(turn, 'see-register')
  if (permitted.kind === 'refused') return permitted.replies
  const { by } = permitted
  const { ports, library } = turn
  const { publicUrl } = ports
  if (publicUrl === undefined || by.practice) return [await calendarReply(turn, { link: await linkOf(turn, by) })]
  const url = await makeCalendarLink(
    { ...ports, clock: () => turn.now },
    { person: by.id, publicUrl, zone: library.school.zone },
  )
  return [await calendarReply(turn, { link: { kind: 'new', url }, done: linkMade })]
}

export async function pressWithdrawLink(turn: Turn): Promise<Reply[]> {
  const permitted = await permitAny(turn, 'see-register')
  if (permitted.kind === 'refused') return permitted.replies
  const { by } = permitted
  const withdrawn = await withdrawCalendarLink({ ...turn.ports, clock: () => turn.now }, by.id)
  return [await calendarReply(turn, { link: await linkOf(turn, by), done: withdrawn ? linkWithdrawn : noLink })]
}

async function linkOf({ ports }: Turn, { id, practice }: Person): Promise<LinkState> {
  if (practice) return { kind: 'practice' }
  if (ports.publicUrl === undefined) return { kind: 'no-page' }
  const since = await ports.calendarLinks.since(id)
  return since === undefined ? { kind: 'none' } : { kind: 'made', since }
}

async function calendarReply(
  turn: Turn,
  { link, done }: { readonly link: LinkState; readonly done?: string },
): Promise<Reply> {
  const events = eventsOf(await readYear(turn.ports.journal, turn.library, turn.now))
  return quietly(turn, showCalendar({ coming: comingFrom(turn.desk.shelf.today, events), link, done }))
}
