// What one person sees: messages, an open dialog and the compose box, as plain words and buttons.
import { type Fields, fieldsOf, textOf } from '../json.ts'
import { layOut, type Paper } from './paper.ts'
import type { Seen } from './seen.ts'
import {
  adaptive,
  cardFor,
  type Compose,
  type Dialog,
  type Person,
  type Room,
  type State,
  type Stored,
} from './state.ts'

export function screenOf(state: State, person: Person): readonly Seen[] {
  const dialog = person.dialog === undefined ? [] : [seenDialog(state, person, person.dialog)]
  return [...standing(state, person).map((message) => seenMessage(person, message)), ...dialog]
}

/** All messages that this person can read, oldest first. */
export function standing(state: State, person: Person): readonly Stored[] {
  return roomsOf(state, person)
    .flatMap((room) => room.messages)
    .sort((a, b) => Number(a.id) - Number(b.id))
}

export function roomsOf(state: State, person: Person): readonly Room[] {
  return [...state.rooms.values()].filter((room) => room.members.has(person.id))
}

export function seenMessage(person: Person, message: Stored): Seen {
  const { card, changed, own } = cardFor(message, person)
  const paper = card && paperOf(person, message.id, card)
  const lines = [withoutTags(message.text), paper?.text ?? '', ...message.attachments.map(smallCard)]
  return {
    kind: 'message',
    room: message.room,
    id: message.id,
    root: message.root,
    changed,
    from: message.from,
    text: lines.filter((line) => line !== '').join('\n'),
    ...onPaper(paper),
    summary: message.summary,
    thumbs: message.thumbs && person.client === 'current',
    own,
    card,
  }
}

export function seenDialog(state: State, person: Person, dialog: Dialog): Seen {
  const paper = paperOf(person, 'dialog', dialog.card)
  const text = [dialog.title, paper.text].filter((line) => line !== '').join('\n')
  return { ...apart(dialog, state.bot.id), kind: 'dialog', text, ...onPaper(paper), card: dialog.card }
}

export function seenCompose(person: Person, compose: Compose): Seen {
  const isAdaptive = compose.attachment['contentType'] === adaptive
  const card = isAdaptive ? fieldsOf(compose.attachment['content']) : undefined
  const paper = card && paperOf(person, 'compose', card)
  const text = paper?.text ?? smallCard(compose.attachment)
  return { ...apart(compose, person.id), kind: 'compose', text, ...onPaper(paper), card }
}

/** The card on this person's client, with what they have filled in; throws if the client cannot show it. */
export function paperOf(person: Person, place: string, card: Fields): Paper {
  const known = person.papers.get(place)
  const paper = known?.card === card && known.client === person.client ? known : layOut(card, person.client)
  person.papers.set(place, paper)
  if (paper.broken.length > 0 && person.client !== 'old')
    throw new Error(
      `Teams cannot show this card: ${paper.broken.join('; ')}\n${JSON.stringify(card, undefined, 1).slice(0, 3000)}`,
    )
  return paper
}

export function describe(state: State, person: Person): string {
  const seen = screenOf(state, person).slice(-3)
  if (seen.length === 0) return 'There is nothing on the screen.'
  return seen
    .map((one) => `[${one.kind}] ${one.text}\n  buttons: ${one.buttons.map((button) => button.label).join(', ')}`)
    .join('\n')
}

function onPaper(paper: Paper | undefined): Pick<Seen, 'buttons' | 'inputs' | 'links'> {
  return { buttons: paper?.buttons ?? [], inputs: paper?.inputs() ?? [], links: paper?.links ?? [] }
}

/** For something outside conversations. */
function apart(of: { readonly changed: number }, from: string) {
  return { room: '', id: '', root: undefined, changed: of.changed, from, summary: undefined, thumbs: false, own: true }
}

/** Older kinds of cards: a title and a few words. */
export function smallCard(attachment: Fields): string {
  if (!/\.(hero|thumbnail)$/.test(textOf(attachment['contentType']) ?? '')) return ''
  const { title, subtitle, text } = fieldsOf(attachment['content'])
  return [title, subtitle, text].flatMap((line) => textOf(line) ?? []).join('\n')
}

function withoutTags(text: string): string {
  return text.replace(/<at>(.*?)<\/at>/g, '@$1')
}
