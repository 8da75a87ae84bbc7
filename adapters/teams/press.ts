// Invokes, for which Teams waits for a response: presses, dialogs, and the message extension.
import { defined } from '../../src/kit/defined.ts'
import type { Card } from '../../src/chat/cards.ts'
import { staleCard } from '../../src/chat/wording.ts'
import { cardOfForm } from './form.ts'
import { aloneOf, placeOf, spotOf, type Heard, type Spot } from './from.ts'
import { extension, invokes, verbs } from './names.ts'
import {
  parseCardAction,
  parseCommand,
  parseDialog,
  parseSearch,
  parseThumb,
  type Activity,
  type Data,
  type Of,
} from './payloads.ts'
import { beside, seenIn } from './seen.ts'
import { wordsOfHtml } from './words.ts'

export type HeardInvoke =
  | { readonly kind: 'heard'; readonly heard: Heard }
  /** A dialog that needs nothing from the app. */
  | { readonly kind: 'dialog'; readonly card: Card }
  /** Somebody's client asks what they should see in place of the card that everybody sees. */
  | { readonly kind: 'view'; readonly view: string; readonly spot: Spot }
  /** A thumb under the message of that id: what it means was kept when the message was sent. */
  | {
      readonly kind: 'thumb'
      readonly message: string
      readonly reaction: 'like' | 'dislike'
      readonly heard: (packed: string) => Heard
    }
  | { readonly kind: 'unknown'; readonly name: string }

export function hearInvoke(activity: Of<'invoke'>): HeardInvoke {
  const heard = read(activity, spotOf(activity))
  return heard ?? { kind: 'unknown', name: activity.name }
}

function read(activity: Of<'invoke'>, spot: Spot): HeardInvoke | undefined {
  switch (activity.name) {
    case invokes.card:
      return hearCard(activity, spot)
    case invokes.openDialog:
      return openForm(parseDialog(activity.value))
    case invokes.sendDialog:
    case invokes.sendAction:
      return hearDialog(activity, spot)
    case invokes.thumb:
      return hearThumb(activity, spot)
    case invokes.search:
      return hearSearch(activity, spot)
    case invokes.openAction:
      return hearCommand(activity, spot)
    default:
      return undefined
  }
}

function hearCard(activity: Of<'invoke'>, spot: Spot): HeardInvoke | undefined {
  const pressed = parseCardAction(activity.value)
  if (pressed === undefined) return undefined
  const { verb, data } = pressed
  if (verb === verbs.view) return { kind: 'view', view: data.view ?? '', spot }
  if (data.a === undefined) return undefined
  const event = { ...base(activity, spot), kind: 'pressed', packed: data.a, fields: fieldsIn(data) } as const
  const from = { kind: 'card', spot, card: activity.replyToId, own: data.own === true, answers: true } as const
  return { kind: 'heard', heard: { event: { ...event, place: placeOf(spot) }, from } }
}

function openForm(data: Data | undefined): HeardInvoke | undefined {
  if (data?.form === undefined) return undefined
  return { kind: 'dialog', card: cardOfForm(data.form, fieldsIn(data)) ?? staleCard() }
}

/** A dialog belongs to one person, even where it was opened from a card that others see. */
function hearDialog(activity: Of<'invoke'>, spot: Spot): HeardInvoke | undefined {
  const data = parseDialog(activity.value)
  if (data?.a === undefined) return undefined
  const event = { ...base(activity, spot), kind: 'pressed', packed: data.a, fields: fieldsIn(data) } as const
  return { kind: 'heard', heard: { event, from: { kind: 'dialog', spot } } }
}

/** Whoever gave it reads the answer; what they wrote beside it comes as a field of a form does. */
function hearThumb(activity: Of<'invoke'>, spot: Spot): HeardInvoke | undefined {
  const thumb = parseThumb(activity.value)
  if (thumb === undefined) return undefined
  const { reaction, words } = thumb
  const fields = defined({ words: words === '' ? undefined : words })
  return {
    kind: 'thumb',
    message: activity.replyToId ?? '',
    reaction,
    heard: (packed) => ({
      event: { ...base(activity, spot), kind: 'pressed', packed, fields, place: placeOf(spot) },
      from: { kind: 'card', spot, card: undefined, own: false, answers: false },
    }),
  }
}

function hearSearch(activity: Of<'invoke'>, spot: Spot): HeardInvoke | undefined {
  const search = parseSearch(activity.value)
  if (search === undefined || named(search.commandId, extension.search) !== extension.search) return undefined
  const typed = search.parameters?.find(({ name }) => name === extension.searchParameter)?.value
  const query = typeof typed === 'string' ? typed : ''
  return {
    kind: 'heard',
    heard: { event: { ...base(activity, spot), kind: 'searched', query }, from: { kind: 'search', spot } },
  }
}

/** The local playground leaves the command's id blank; there is only one of each kind, so that one is meant. */
function named(id: string | undefined, only: string): string {
  return id === undefined || id.trim() === '' ? only : id
}

function hearCommand(activity: Of<'invoke'>, spot: Spot): HeardInvoke | undefined {
  const command = parseCommand(activity.value)
  if (command === undefined || named(command.commandId, extension.action) !== extension.action) return undefined
  const { content = '', contentType } = command.messagePayload?.body ?? {}
  const written = contentType === 'text' ? content.trim() : wordsOfHtml(content)
  const seen = seenIn({ attachments: command.messagePayload?.attachments })
  // The draft is everything that can be read there, including a forwarded message.
  const draft = [written, ...(seen?.quoted ?? [])].filter((part) => part !== '').join('\n\n')
  const event = {
    ...base(activity, spot),
    kind: 'began-check',
    ...defined({ draft: draft === '' ? undefined : draft }),
    ...beside(seen),
  } as const
  return { kind: 'heard', heard: { event, from: { kind: 'dialog', spot } } }
}

function base(activity: Activity, spot: Spot) {
  return { id: eventId(activity), account: spot.account, place: aloneOf(spot) }
}

export function eventId({ conversation, id }: Activity): string {
  return `teams:${conversation.id}:${id}`
}

/** What was filled in, by field id. */
export function fieldsIn(data: Data): Record<string, string> {
  const fields: Record<string, string> = {}
  for (const [key, value] of Object.entries(data)) {
    if (!carried.has(key) && typeof value === 'string') fields[key] = value
  }
  return fields
}

/** What the button itself carried. */
const carried = new Set(['a', 'own', 'view', 'form', 'msteams'])
