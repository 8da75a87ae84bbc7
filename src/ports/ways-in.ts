// The port of the ways in: links that work once, and the sessions that they open.
import type { Day } from '../kit/days.ts'

/** Links that work once. Only a token's SHA-256 is kept, never the token. */
export interface WaysIn {
  makeLink(link: Link & { readonly token: string }): Promise<void>
  /** The link, without using it up. */
  seeLink(token: string, now: Date): Promise<Link | undefined>
  /** An expired link for signing, for as long as it is kept; undefined for all others. */
  seeOldLink(token: string, now: Date): Promise<Link | undefined>
  /** The link, for the first caller before it expires; undefined for all others. */
  takeLink(token: string, now: Date): Promise<Link | undefined>
  openSession(session: Session & { readonly token: string }): Promise<void>
  session(token: string, now: Date): Promise<Session | undefined>
  /** Ends one session, or all sessions of a person, for example after a change of role. */
  endSession(which: { readonly token: string } | { readonly person: string }): Promise<void>
  /** Deletes what expired before `instant`; links for signing only where they expired before `old`. */
  forgetBefore(instant: Date, old: Date): Promise<void>
}

export interface Link {
  readonly person: string
  /** `sign` is for one edition of one policy and nothing else. */
  readonly purpose:
    | { readonly kind: 'open' }
    | { readonly kind: 'sign'; readonly policy: string; readonly edition: string }
    | { readonly kind: 'receipt'; readonly entry: string }
    /** The school's own file of that edition. */
    | { readonly kind: 'original'; readonly policy: string; readonly edition: string }
    /** The picture of a campaign's timeline, or of the round's that it belongs to, for a platform that fetches pictures. */
    | { readonly kind: 'timeline'; readonly policy: string; readonly campaign: string; readonly round?: string }
    /** The school's year, for a calendar program: made on that day, it works again and again until it is withdrawn. */
    | { readonly kind: 'calendar'; readonly since: Day }
  readonly expires: Date
}

export interface Session {
  readonly person: string
  /** What it may be used for: everything that the person may do, or signing only. */
  readonly purpose: Exclude<Link['purpose'], { readonly kind: 'receipt' | 'original' | 'calendar' | 'timeline' }>
  readonly expires: Date
}
