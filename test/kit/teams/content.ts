// What Teams accepts as a message, what it refuses, and what it accepts although a careful bot would not send it.
import { type Fields, fieldsOf, isFields, isList, type Json, listOf, textOf } from '../json.ts'
import { adaptive } from './state.ts'

/** For a card in a message or an answer, in bytes of JSON. */
export const cardLimit = 28 * 1024
/** For a whole activity, in bytes of JSON. */
const messageLimit = 100 * 1024

export interface Refusal {
  readonly status: number
  readonly code: string
  readonly message: string
}

/** Why Teams would refuse this activity, or undefined. */
export function refusedActivity(activity: Fields): Refusal | undefined {
  const type = textOf(activity['type']) ?? ''
  if (!['message', 'typing'].includes(type)) return bad(`Unknown activity type: ${type}`)
  if (type === 'typing') return undefined
  if (bytes(activity) > messageLimit) return tooBig
  const about = fieldsOf(activity['channelData'])
  const loop = about['feedbackLoop']
  if (loop !== undefined && !['default', 'custom'].includes(textOf(fieldsOf(loop)['type']) ?? ''))
    return bad('feedbackLoop has no type that Teams knows')
  if (loop !== undefined && about['feedbackLoopEnabled'] !== undefined)
    return bad('feedbackLoop and feedbackLoopEnabled exclude each other')
  const attachments = activity['attachments'] ?? []
  if (!isList(attachments)) return bad('attachments is not a list')
  if (attachments.length === 0 && (textOf(activity['text']) ?? '').trim() === '')
    return bad('The activity has no content')
  for (const attachment of attachments) {
    const refused = refusedAttachment(attachment)
    if (refused !== undefined) return refused
  }
  return undefined
}

export function refusedAttachment(attachment: Json): Refusal | undefined {
  if (!isFields(attachment)) return bad('An attachment is not an object')
  const type = textOf(attachment['contentType']) ?? ''
  if (!attachmentTypes.test(type)) return bad(`Unknown attachment type: ${type}`)
  if (!type.startsWith('application/vnd.microsoft.card.')) return undefined
  if (!isFields(attachment['content'])) return bad('A card has no content')
  return type === adaptive ? refusedCard(attachment['content']) : undefined
}

export function refusedCard(card: Fields): Refusal | undefined {
  if (card['type'] !== 'AdaptiveCard') return bad('The content is no AdaptiveCard')
  if (!/^1\.\d+$/.test(textOf(card['version']) ?? '')) return bad('The card has no version')
  return bytes(card) > cardLimit ? tooBig : undefined
}

/** Faults that Teams accepts, although somebody will miss something. */
export function careless(activity: Fields): readonly string[] {
  const cards = listOf(activity['attachments']).filter((one) => one['contentType'] === adaptive)
  const silent = cards.length > 0 && !activity['summary'] && !activity['text']
  return [
    ...(silent ? ['a message of cards alone without summary: the notification says only that a card was sent'] : []),
    ...cards.flatMap((one) => carelessCard(fieldsOf(one['content']))),
  ]
}

export function carelessCard(card: Fields): readonly string[] {
  const parts = everyPart(card)
  const of = (type: RegExp) => parts.filter((part) => type.test(textOf(part['type']) ?? ''))
  const users = fieldsOf(card['refresh'])['userIds']
  const ids = of(/^Input\./).map((input) => textOf(input['id']) ?? '')
  const sets = [card, ...of(/^(ActionSet|AdaptiveCard)$/)].map((set) => listOf(set['actions']))
  return [
    ...(Number(card['version']) > 1.5 ? [`version ${JSON.stringify(card['version'])}: Teams knows 1.5`] : []),
    ...(/^[a-z]{2,3}$/i.test(textOf(card['lang']) ?? 'en')
      ? []
      : ['lang: the renderer takes two or three letters only']),
    ...(card['fallbackText'] === undefined ? ['a card without fallbackText'] : []),
    ...of(/^Input\./).flatMap((input) => carelessInput(input)),
    ...(new Set(ids).size < ids.length ? [`fields of the same id: ${ids.join(', ')}`] : []),
    ...of(/^Action\.Execute$/).flatMap((action) =>
      action === fieldsOf(card['refresh'])['action'] || action['fallback'] !== undefined
        ? []
        : [`a button “${textOf(action['title']) ?? ''}” that an older client would not show: no fallback`],
    ),
    ...sets.flatMap((actions) =>
      actions.filter((action) => action['mode'] !== 'secondary').length > 6 ? ['more than six buttons in a row'] : [],
    ),
    ...(isList(users) && users.length > 60 ? ['more than 60 people in refresh.userIds: Teams asks none of them'] : []),
    ...(isList(users) && users.some((id) => !/^29:/.test(textOf(id) ?? ''))
      ? ['refresh.userIds with what is no Teams id']
      : []),
  ]
}

function carelessInput(input: Fields): readonly string[] {
  const name = textOf(input['id']) ?? 'without id'
  return [
    ...(input['label'] === undefined ? [`a field ${name} without label`] : []),
    ...(input['isRequired'] === true && input['errorMessage'] === undefined
      ? [`a field ${name} without errorMessage`]
      : []),
  ]
}

function everyPart(json: Json | undefined): readonly Fields[] {
  if (isList(json)) return json.flatMap(everyPart)
  if (!isFields(json)) return []
  return [json, ...Object.entries(json).flatMap(([key, one]) => (key === 'data' ? [] : everyPart(one)))]
}

const attachmentTypes =
  /^(application\/vnd\.microsoft\.(card\.(adaptive|hero|thumbnail|receipt|signin|oauth)|teams\.(card\.(list|o365connector|file\.consent)|file\.(download\.)?info))|image\/(png|jpeg|gif|\*)|text\/html)$/

const tooBig: Refusal = { status: 413, code: 'MessageSizeTooBig', message: 'Message size too large.' }

function bad(message: string): Refusal {
  return { status: 400, code: 'BadSyntax', message }
}

function bytes(value: Fields): number {
  return Buffer.byteLength(JSON.stringify(value))
}
