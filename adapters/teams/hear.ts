// Teams's activities as events of the conversation. Pure: the same body gives the same event, today and when replayed.
import { defined } from '../../src/kit/defined.ts'
import type { ChatEvent } from '../../src/chat/events.ts'
import { never } from '../../src/kit/never.ts'
import { placeOf, spotOf, type Heard } from './from.ts'
import { mentionsIn, parseActivity, parseData, type Activity, type Of } from './payloads.ts'
import { eventId, fieldsIn, hearInvoke, type HeardInvoke } from './press.ts'
import { seenIn, withoutMarks } from './seen.ts'
import { plainWords } from './words.ts'

export type HeardActivity =
  { readonly kind: 'heard'; readonly heard: Heard } | HeardInvoke | { readonly kind: 'nothing' }

/** Undefined for what is to be left alone. */
export function toEvent(body: unknown): ChatEvent | undefined {
  const activity = parseActivity(body)
  const heard = activity && hearActivity(activity)
  return heard?.kind === 'heard' ? heard.heard.event : undefined
}

export function hearActivity(activity: Activity): HeardActivity {
  if (isOwn(activity)) return nothing
  switch (activity.type) {
    case 'message':
      return { kind: 'heard', heard: hearMessage(activity) }
    case 'invoke':
      return hearInvoke(activity)
    case 'conversationUpdate':
    case 'installationUpdate':
      return hearInstallation(activity)
    default:
      return never(activity)
  }
}

const nothing = { kind: 'nothing' } as const

/** Some surfaces send the bot what it said itself, and two bots may talk to each other for ever. */
function isOwn({ from, recipient }: Activity): boolean {
  return from.role === 'bot' || from.id === recipient.id
}

/** What was typed; or, from clients that do not know Action.Execute, what was pressed. */
function hearMessage(activity: Of<'message'>): Heard {
  const spot = spotOf(activity)
  const base = { id: eventId(activity), account: spot.account, place: placeOf(spot) }
  const data = parseData(activity.value)
  if (data?.a !== undefined) {
    return {
      event: { kind: 'pressed', ...base, packed: data.a, fields: fieldsIn(data) },
      from: { kind: 'card', spot, card: activity.replyToId, own: data.own === true, answers: false },
    }
  }
  const mentions = mentionsIn(activity.entities)
  const text = plainWords(withoutMarks(activity.text ?? ''), { self: activity.recipient.id, mentions })
  const seen = seenIn(activity)
  return {
    event: { kind: 'said', ...base, text, ...defined({ seen }) },
    from: { kind: 'message', spot },
  }
}

/** The bot was installed in somebody's personal chat. It may be reported in two ways; the app welcomes once. */
function hearInstallation(activity: Of<'conversationUpdate'> | Of<'installationUpdate'>): HeardActivity {
  const spot = spotOf(activity)
  if (spot.shared || !isArrival(activity)) return nothing
  const { account } = spot
  return {
    kind: 'heard',
    heard: {
      event: { kind: 'joined', id: `teams:joined:${account.id}:${activity.id}`, account, place: placeOf(spot) },
      from: { kind: 'message', spot: { ...spot, replyTo: undefined } },
    },
  }
}

/** The bot was added here. */
export function isArrival(activity: Activity): boolean {
  if (activity.type === 'installationUpdate') return activity.action === 'add'
  return activity.type === 'conversationUpdate' && hasBot(activity, activity.membersAdded)
}

/** The bot was removed from here. */
export function isDeparture(activity: Activity): boolean {
  if (activity.type === 'installationUpdate') return activity.action === 'remove'
  return activity.type === 'conversationUpdate' && hasBot(activity, activity.membersRemoved)
}

function hasBot({ recipient }: Activity, members: readonly { readonly id: string }[] | undefined): boolean {
  return members?.some(({ id }) => id === recipient.id) === true
}
