// Answers that people really give to a reminder, in words: tomorrow, already done, the wrong person, away.
import { opening } from '../chat/opening.ts'
import { nothingSent } from '../chat/forms.ts'
import { privately, type Reply } from '../chat/replies.ts'
import { staleCard } from '../chat/wording.ts'
import { showUnknownPerson } from '../declaration/outcome-cards.ts'
import { parseDay } from '../kit/days.ts'
import { readDayCell } from '../people/cells.ts'
import { mattersOf } from '../turn/matter.ts'
import { permitAny, quietly } from '../turn/permit.ts'
import { personOf, type Turn } from '../turn/turn.ts'
import { showAwayDone, showAwayForm, showAwayHeard } from './away-cards.ts'
import { passOnAway } from './send-away.ts'
import { awayKey } from './steps.ts'
import { hearNotForMe, remindTomorrow } from './talk.ts'

/** About everything that they owe. */
export function saidTomorrow(turn: Turn): Promise<Reply[]> {
  return remindTomorrow(turn, { about: allOf(turn) })
}

export function saidNotForMe(turn: Turn): Promise<Reply[]> {
  return hearNotForMe(turn, { about: allOf(turn) })
}

/** Shows the present state. */
export async function saidDone(turn: Turn): Promise<Reply[]> {
  return [...(await turn.doors.follow(opening('status')))]
}

function allOf(turn: Turn): readonly { readonly policy: string; readonly edition: string }[] {
  return mattersOf(turn).map(({ policy, edition }) => ({ policy: policy.id, edition: edition.id }))
}

/** SLT is told once a day; the reason is not even read. */
export async function saidAway(turn: Turn): Promise<Reply[]> {
  const person = await personOf(turn)
  if (person === undefined) return [privately(showUnknownPerson())]
  const { ports, now, desk } = turn
  const key = awayKey(person.id, desk.shelf.today)
  const by = ports.newId()
  const notices = [{ key, kind: 'away-said' }]
  const claimed = await ports.notices.claim({ notices, person: person.id, by, now })
  if (claimed === undefined) return [privately(showAwayHeard(true, person.practice))]
  const told = await passOnAway(turn, person, desk.shelf.today)
  const nobody = { kind: 'given-up', what: 'nobody in the senior leadership team could be reached just then' } as const
  await ports.notices.settle({ keys: [key], by, now }, told ?? nobody)
  return [privately(showAwayHeard(told !== undefined, person.practice))]
}

interface About {
  readonly person: string
  readonly from: string
}

export async function prepareAway(turn: Turn, { person: id, from: day }: About): Promise<Reply[]> {
  const permitted = await permitAny(turn, 'keep-people')
  if (permitted.kind === 'refused') return permitted.replies
  const [person, from] = [await turn.ports.people.byId(id), parseDay(day)]
  if (person?.practice !== permitted.by.practice || from === undefined) return [privately(staleCard())]
  return [quietly(turn, showAwayForm(person, from, nothingSent))]
}

export async function confirmAway(
  turn: Turn,
  { person: id, from: day }: About,
  fields: Readonly<Record<string, string>>,
): Promise<Reply[]> {
  const permitted = await permitAny(turn, 'keep-people')
  if (permitted.kind === 'refused') return permitted.replies
  const { people } = turn.ports
  const [person, from] = [await people.byId(id), parseDay(day)]
  if (person?.practice !== permitted.by.practice || from === undefined) return [privately(staleCard())]
  const again = (until: string) => [quietly(turn, showAwayForm(person, from, { fields, errors: { until } }))]
  const until = readDayCell((fields['until'] ?? '').trim())
  if (until.kind === 'wrong') return again(until.fix)
  if (until.value === 'none') return again('Write the last day, such as 18/12/2026.')
  const to = until.value
  if (to < from) return again('That is before it begins. Choose a later day.')
  const covered = person.away.some((each) => each.from <= from && each.to >= to)
  if (!covered) await people.put([{ ...person, away: [...person.away, { from, to }] }], { by: permitted.by.id })
  return [quietly(turn, showAwayDone(person, to))]
}
