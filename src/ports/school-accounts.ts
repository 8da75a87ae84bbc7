// Who somebody is by the account that the school has given them. A person is an object in the school's tenant: an email
// address can be changed, lent or written into a profile, so it never says who somebody is.
import type { Card } from '../chat/cards.ts'
import type { Person } from '../chat/people.ts'

export interface SchoolAccount {
  /** The object's id, which the platform's adapter also knows people by. */
  readonly object: string
  readonly name: string
  /** Invited into the tenant from elsewhere. */
  readonly guest: boolean
  /** As their profile gives it, where it gives any. It never says who they are: anybody's can stand there. */
  readonly address: string | undefined
}

/** `why` is for an operator: a reason without anything of the token. */
export type Vouched =
  | { readonly kind: 'account'; readonly account: SchoolAccount }
  | { readonly kind: 'refused'; readonly why: string }
  /** Nobody can tell now, because the other side cannot be reached. */
  | { readonly kind: 'silent'; readonly why: string }

/** What a tab in Teams presents. */
export interface TabTokens {
  check(token: string): Promise<Vouched>
  /** Where the conversation with the bot is. */
  readonly chatUrl: string
}

/** Signing in to the web page with that account. */
export interface SignIn {
  /** `kept` stays in the browser until it comes back. */
  begin(): Promise<
    { readonly kind: 'go'; readonly to: string; readonly kept: string } | Extract<Vouched, { kind: 'silent' }>
  >
  /** `query` is what the browser came back with. `stopped`: the person did not go on. */
  finish(back: { readonly query: string; readonly kept: string }): Promise<Vouched | { readonly kind: 'stopped' }>
}

/** What the one decision of who belongs comes to. Whoever does not is shown what the bot would say to them. */
export type Admission =
  | { readonly kind: 'person'; readonly person: Person }
  | { readonly kind: 'outside'; readonly cards: readonly Card[] }
  /** Nobody can tell who belongs, because the school's list is not there yet. */
  | { readonly kind: 'no-list' }

export type Admits = (account: SchoolAccount) => Promise<Admission>

/**
 * Makes an account known as that of somebody who has come in by a link. True where it is theirs now: nobody else has it,
 * and its address is the one that the school knows of them, so that a browser that was left open gives nobody a way in.
 */
export type Joins = (account: SchoolAccount, person: Person) => Promise<boolean>

/** Where the browser comes back to. */
export const signInPath = '/school/back'

/** The page that Teams shows in a frame; everything that may be framed is below it. */
export const tabPath = '/tab'
