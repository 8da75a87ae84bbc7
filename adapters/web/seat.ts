// The person a page is shown to, and how what its forms send finds its way back.
import type { Room } from './room.ts'

export interface Seat {
  readonly who: Who
  readonly room: Room
  /** What the paths of its forms begin with. */
  readonly base: Base
  /** Part of every form, and unknown to everybody else: a form without it was made elsewhere. */
  readonly guard: string
  /** Whether the office is open to them. */
  readonly office: boolean
  /** Whether the page offers signing in with the school's account. */
  readonly signIn?: boolean
  /** The page's own address, where it is framed: links lead out of the frame, or to their page in it. */
  readonly framed?: string
  /** Whether they may still be here. */
  still(): Promise<boolean>
}

/** `/sign` is the room for signing, in which nothing else can be done; `/tab` is what Teams frames. */
export type Base = '' | '/sign' | '/tab'

export type Who =
  | { readonly kind: 'persona'; readonly name: string; readonly role: string }
  | { readonly kind: 'visitor'; readonly name: string; readonly practice: boolean }

/** Where the conversation is. */
export function homeOf({ base }: Pick<Seat, 'base'>): string {
  if (base === '/tab') return '/tab/chat'
  return base === '' ? '/' : base
}

/** Where a page begins anew: whoever is not in comes in there. */
export function startOf(base: Base): string {
  return base === '' ? '/' : base
}
