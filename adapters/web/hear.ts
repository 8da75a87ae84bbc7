// What a browser posts, parsed on arrival, as an event for the app and as the line that the page shows for it.
import { z } from 'zod'
import { pack, unpack } from '../../src/chat/actions.ts'
import { roomIn, type Button, type Card } from '../../src/chat/cards.ts'
import type { ChatEvent, SigningOnly } from '../../src/chat/events.ts'
import type { Reply } from '../../src/chat/replies.ts'
import { draftIn } from '../../src/chat/draft.ts'
import { opening } from '../../src/chat/opening.ts'
import { never } from '../../src/kit/never.ts'
import { fieldPrefix } from './form.ts'
import { limits } from './limits.ts'
import { accountOf, placeOf } from './people.ts'
import type { Shown } from './transcript.ts'

/** A post as the page's forms send it, before anybody has asked what it means. */
export type Post = SayPost | PressPost | CheckPost

interface Carried {
  /** The person whom the page was shown to. */
  readonly as: string
  /** Proves that the form was on one of that person's own pages. */
  readonly guard: string
  /** The page's own id for this delivery; the same id again is the same click. */
  readonly delivery: string
}
export type SayPost = Carried & { readonly kind: 'say'; readonly text: string }
export type PressPost = Carried & {
  readonly kind: 'press'
  readonly message: string | undefined
  readonly packed: string
  readonly fields: Readonly<Record<string, string>>
}
export type CheckPost = Carried & { readonly kind: 'check' }

const id = z.string().regex(/^[\w-]{1,64}$/)
const carried = {
  as: z.string().max(80).catch(''),
  guard: z.string().max(80).catch(''),
  delivery: id.optional().catch(undefined),
}
const SayBody = z.object({ ...carried, text: z.string().catch('') })
const PressBody = z.object({ ...carried, message: id.optional().catch(undefined), packed: z.string().catch('') })
const Fields = z.record(z.string(), z.string().catch(''))

/** Never refuses: missing or malformed values become empty, and the app answers these kindly. */
export function readPost(kind: Post['kind'], body: unknown, newId: () => string): Post {
  const given = Fields.catch({}).parse(body)
  switch (kind) {
    case 'say': {
      const { as, guard, delivery, text } = SayBody.parse(given)
      return { kind, as, guard, delivery: delivery ?? newId(), text: lines(text) }
    }
    case 'press': {
      const { as, guard, delivery, message, packed } = PressBody.parse(given)
      return { kind, as, guard, delivery: delivery ?? newId(), message, packed, fields: fieldsIn(given) }
    }
    case 'check': {
      const { as, guard, delivery } = SayBody.parse(given)
      return { kind, as, guard, delivery: delivery ?? newId() }
    }
    default:
      return never(kind)
  }
}

/** What one of the page's own small forms says in one of its fields, if anything. */
export function readField(body: unknown, name: 'person' | 'email' | 'guard' | 'token'): string | undefined {
  return Fields.catch({}).parse(body)[name]
}

/** Who speaks: the id of their account here, and the one thing they may do, where they are limited. */
export interface Speaker {
  readonly id: string
  readonly limitedTo?: SigningOnly
}

/** What every event says about who it comes from and where. */
export function happenedTo({ id, limitedTo }: Speaker, newId: () => string) {
  const limit = limitedTo === undefined ? {} : { limitedTo }
  return { id: `web:${newId()}`, account: accountOf(id), place: placeOf(id), ...limit }
}

export function eventOf(post: Post, speaker: Speaker, newId: () => string): ChatEvent {
  const happened = happenedTo(speaker, newId)
  switch (post.kind) {
    case 'say':
      return { kind: 'said', ...happened, text: post.text }
    case 'press':
      return { kind: 'pressed', ...happened, packed: post.packed, fields: post.fields }
    case 'check':
      return { kind: 'began-check', ...happened }
    default:
      return never(post)
  }
}

/**
 * The longest text in the post, in UTF-16 units, where it is longer than allowed; `card` is the one that was pressed.
 */
export function tooLong(
  post: Post,
  card: Card | undefined,
): { readonly length: number; readonly most: number } | undefined {
  const texts =
    post.kind === 'say'
      ? [{ text: post.text, most: limits.textLength }]
      : Object.entries(post.kind === 'press' ? post.fields : {}).map(([field, text]) => ({
          text,
          most: mostOf(card, field),
        }))
  const over = texts.find(({ text, most }) => text.length > most)
  return over === undefined ? undefined : { length: over.text.length, most: over.most }
}

/**
 * How the page shows what the person did; undefined where the answer, in place of what was pressed, says everything.
 */
export function echoOf(
  post: Post,
  { card, replies }: { card: Card | undefined; replies: readonly Reply[] },
): Shown | undefined {
  switch (post.kind) {
    case 'say':
      return saidEcho(post.text, replies)
    case 'press':
      return pressedEcho(post, card, replies)
    case 'check':
      return { kind: 'chose', label: checkLabel }
    default:
      return never(post)
  }
}

/** What is always beside the question box: the page's own shortcuts, as other platforms have theirs. */
export const checkLabel = 'Can I post this?'
export const helpButton: Button = { label: 'What can you do?', action: opening('help') }

// An urgent answer promises that the person's words are not kept, so this page must not keep them either.
function saidEcho(text: string, replies: readonly Reply[]): Shown {
  if ((draftIn(text) ?? '') !== '') return { kind: 'unkept', what: 'draft' }
  if (replies.some(({ card }) => card.tone === 'urgent')) return { kind: 'unkept', what: 'message' }
  return { kind: 'said', text: text.slice(0, limits.textLength) }
}

function pressedEcho(post: PressPost, card: Card | undefined, replies: readonly Reply[]): Shown | undefined {
  const action = unpack(post.packed)
  if (action?.do === 'draft') return { kind: 'unkept', what: 'draft' }
  if (replies.every(({ to }) => to === 'card')) return undefined
  if (action?.do === 'ask') return saidEcho(post.fields.question ?? '', replies)
  if (Object.keys(post.fields).length > 0) return { kind: 'unkept', what: 'form' }
  const label = labelOf(card, post.packed)
  return label === undefined ? undefined : { kind: 'chose', label }
}

function labelOf(card: Card | undefined, packed: string): string | undefined {
  const rows = card?.blocks.flatMap((block) => (block.kind === 'buttons' ? block.buttons : [])) ?? []
  return [...rows, helpButton].find(({ action }) => pack(action) === packed)?.label
}

function mostOf(card: Card | undefined, field: string): number {
  const fields = card?.blocks.flatMap((block) => (block.kind === 'form' ? block.form.fields : [])) ?? []
  const known = fields.find((each) => each.id === field)
  return Math.min(known === undefined ? limits.textLength : roomIn(known), limits.textLength)
}

function fieldsIn(given: Readonly<Record<string, string>>): Record<string, string> {
  const fields = Object.entries(given).filter(([name]) => name.startsWith(fieldPrefix))
  return Object.fromEntries(fields.map(([name, value]) => [name.slice(fieldPrefix.length), lines(value)]))
}

/** Browsers send line ends as CR LF but count them as one character. */
function lines(text: string): string {
  return text.replace(/\r\n?/g, '\n')
}
