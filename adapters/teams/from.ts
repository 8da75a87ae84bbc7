// Where something came from: what the event says about it, and what its answer needs to find the way back.
import { defined } from '../../src/kit/defined.ts'
import type { ChatEvent } from '../../src/chat/events.ts'
import type { Account, Place } from '../../src/chat/people.ts'
import { clientIn, type Activity, type TeamsUser } from './payloads.ts'

/** A conversation as Teams's own calls need it, and who spoke in it. */
export interface Spot {
  readonly serviceUrl: string
  /** With `;messageid=` in a channel's thread. */
  readonly conversation: string
  readonly tenant: string | undefined
  /** Undefined also in a channel that has members of its own. */
  readonly team: string | undefined
  readonly bot: { readonly id: string; readonly name?: string | undefined }
  readonly user: TeamsUser
  readonly account: Account
  readonly shared: boolean
  /** Teams's own thumbs are seen there under a message. */
  readonly thumbs: boolean
  /** The activity that is answered. */
  readonly replyTo: string | undefined
}

/** How it came, as far as the answer needs to know. */
export type From =
  | { readonly kind: 'message'; readonly spot: Spot }
  /** A press on a card: `card` is the message it is in; `own` means that only this person sees it so. */
  | {
      readonly kind: 'card'
      readonly spot: Spot
      readonly card: string | undefined
      readonly own: boolean
      /** Whether the response to the request itself can show something. */
      readonly answers: boolean
    }
  | { readonly kind: 'dialog'; readonly spot: Spot }
  | { readonly kind: 'search'; readonly spot: Spot }

export interface Heard {
  readonly event: ChatEvent
  readonly from: From
}

export function accountOf({ aadObjectId, id }: { aadObjectId?: string | undefined; id: string }): Account {
  return { platform: 'teams', id: aadObjectId ?? id }
}

export function spotOf(activity: Activity): Spot {
  const { conversation, channelData, from, recipient } = activity
  return {
    serviceUrl: activity.serviceUrl,
    conversation: conversation.id,
    tenant: channelData?.tenant?.id ?? conversation.tenantId,
    team: hasOwnMembers(activity) ? undefined : channelData?.team?.id,
    bot: { id: recipient.id, name: recipient.name },
    user: from,
    account: accountOf(from),
    shared: isShared(activity),
    thumbs: withThumbs.has(clientIn(activity.entities)?.toLowerCase() ?? ''),
    replyTo: activity.type === 'message' ? activity.id : undefined,
  }
}

/** Microsoft has promised them for these longest; a client that we don't know gets buttons, which work everywhere. */
const withThumbs: ReadonlySet<string> = new Set(['web', 'windows', 'mac', 'macos'])

export function placeOf({ conversation, shared }: Pick<Spot, 'conversation' | 'shared'>): Place {
  const { id, thread } = splitThread(conversation)
  const kind = shared ? 'shared' : 'private'
  return { platform: 'teams', id, kind, ...defined({ thread }) }
}

/** What one person sees alone, wherever they are. */
export function aloneOf({ account }: Spot): Place {
  return { platform: 'teams', id: account.id, kind: 'private' }
}

/** The conversation that holds the members of this one: all standard channels of a team have the same. */
export function rosterOf({ team, conversation }: Pick<Spot, 'team' | 'conversation'>): string {
  return team ?? splitThread(conversation).id
}

/** Shared channels hold people of other teams and schools, private ones not the whole team. */
function hasOwnMembers({ channelData }: Activity): boolean {
  const type = channelData?.channel?.type?.toLowerCase()
  return type === 'shared' || type === 'private'
}

const threadMark = ';messageid='

export function splitThread(conversation: string): { readonly id: string; readonly thread: string | undefined } {
  const at = conversation.indexOf(threadMark)
  if (at === -1) return { id: conversation, thread: undefined }
  return { id: conversation.slice(0, at), thread: conversation.slice(at + threadMark.length) }
}

export function joinThread({ id, thread }: { id: string; thread?: string | undefined }): string {
  return thread === undefined ? id : `${id}${threadMark}${thread}`
}

/** Anything that is not certainly a personal chat counts as shared: better too quiet than too loud. */
function isShared({ conversation, channelData }: Activity): boolean {
  const { conversationType: type, isGroup } = conversation
  if (type !== undefined) return type !== 'personal'
  return isGroup === true || channelData?.team !== undefined
}
