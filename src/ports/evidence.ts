// The ports of the evidence: the journal, the register, links that work once, and notices that are sent once.
import type { Campaign } from '../standing/campaigns.ts'
import type { Group } from '../chat/people.ts'
import type { RegisterLine, Tally } from '../standing/totals.ts'
import type { SigningFacts, Involvement, ReadingProgress } from '../standing/types.ts'
import type { Entry, FactKind, Head, NewEntry } from '../journal/types.ts'
import type { Day } from '../kit/days.ts'

/** What happened: append-only, each entry sealed with the one before it; and the data that belongs to it. */
export interface Journal {
  /**
   * One transaction. `decide` sees the state at that moment, and whatever it returns is written completely or not at
   * all; nothing else is written in between. It may be called again when the database asks for a retry.
   */
  record<T>(about: RecordSubject, decide: (facts: SigningFacts) => RecordDecision<T>): Promise<T>
  factsOf(about: { readonly policy: string; readonly person: string }): Promise<SigningFacts>
  /** Everything about one person, oldest first. */
  historyOf(person: string): Promise<readonly Entry[]>
  entry(id: string): Promise<Entry | undefined>
  /** Several entries by their ids, unordered; ids that do not exist are left out. */
  entriesBy(ids: readonly string[]): Promise<readonly Entry[]>
  /** In order, those after `after`. */
  entries(after: number, most: number): Promise<readonly Entry[]>
  /** Facts of these kinds since `since`, newest first. */
  happened(which: HistoryAsked): Promise<readonly Entry[]>
  /** Like `entries`, each with its hidden fields in clear, so that many can be checked at once. */
  kept(after: number, most: number): Promise<readonly KeptEntry[]>
  /** Everything about each of these people and one policy, under any of their ids, oldest first. */
  historiesOf(policy: string, people: readonly string[]): Promise<ReadonlyMap<string, readonly Entry[]>>
  head(): Promise<Head>
  /** Somebody outside was told of this head, so that it can be referred to from now on. */
  noteHead(head: KnownHead): Promise<void>
  /** The latest head that somebody outside was told of; undefined where nobody was. */
  knownHead(): Promise<KnownHead | undefined>
  /** The latest head that another school cosigned. */
  cosignedHead(): Promise<KnownHead | undefined>
  /** The heads that a time-stamping authority vouches for, in order. */
  stampedHeads(): Promise<readonly KnownHead[]>
  /** The hidden fields of an entry in clear, with their salt; undefined once they have been erased. */
  hiddenOf(entry: string): Promise<Hidden | undefined>
  /** Declarations and texts of editions by their SHA-256, kept for ever. */
  wording(hash: string): Promise<string | undefined>
  keepReading(about: { readonly policy: string; readonly person: string }, reading: ReadingProgress): Promise<void>
  campaigns(policy?: string): Promise<readonly Campaign[]>
  /** Everybody in the directory, including other names and erased people: those after `after` by id, at most `most`. */
  directory(after: string | undefined, most: number): Promise<readonly KeptPerson[]>
  /** What was last said about each of these; nothing about whom no entry is about. */
  toldOf(people: readonly string[]): Promise<ReadonlyMap<string, ToldPerson>>
}

export interface KnownHead extends Head {
  readonly at: Date
  /**
   * Mailboxes that the school names, people who signed, a time-stamping authority, or another school that cosigned the
   * head.
   */
  readonly way: 'mailbox' | 'signer' | 'authority' | 'cosigner'
  /** The time-stamping authority's answer, in base64. */
  readonly token?: string | undefined
}

/** Somebody as the directory has them. */
export interface KeptPerson {
  readonly id: string
  /** The person whose other name this is. */
  readonly into: string | undefined
  readonly erased: boolean
  /** No name, email address or account is left. */
  readonly nothing: boolean
  /** Everything that is kept about them, as it would be sealed. */
  readonly text: string
}

/** What the journal last said about somebody: without text once its hidden part was erased. */
export interface ToldPerson {
  readonly seq: number
  readonly into: string | undefined
  readonly text: string | undefined
}

export interface RecordSubject {
  /** Undefined for a decision about several policies. The facts then hold all campaigns, and nothing else. */
  readonly policy?: string
  /** Undefined for facts that are not about a person, such as a campaign. */
  readonly person?: string
}

/** What a decision wants to write, and what to tell the person. */
export interface RecordDecision<T> {
  readonly entries: readonly NewEntry[]
  /** The texts behind the hashes in the entries. */
  readonly wordings?: readonly string[]
  /** The person's row for this policy, folded from the history including the new entries. */
  readonly involvement?: Involvement
  readonly campaign?: Campaign
  /** The edition for which what the person answered right is done with, and deleted. */
  readonly spends?: string
  /** Other campaigns that the same decision opens or changes. */
  readonly campaigns?: readonly Campaign[]
  /** Removes the person's name, email address, accounts, hidden texts and reading. */
  readonly erases?: true
  readonly outcome: T
}

export interface HistoryAsked {
  readonly kinds: readonly FactKind[]
  readonly policy?: string
  readonly since?: Date
  readonly most: number
}

export interface KeptEntry {
  readonly entry: Entry
  /** Its row as a text: that which was hashed, unless the row is from before rows stood in the form that is hashed. */
  readonly text: string
  /** Undefined where nothing is hidden, or nothing of it is kept any more. */
  readonly hidden: Hidden | undefined
}

export interface Hidden {
  readonly salt: string
  readonly fields: Readonly<Record<string, string>>
}

/** Everybody's standing, as SLT reads it. */
export interface Register {
  /** People by name with the facts behind their standing: those after `after` (a person id), at most `most`. */
  page(
    which: RegisterQuery & { readonly after?: string | undefined; readonly most: number },
  ): Promise<readonly RegisterLine[]>
  /** The same people counted: one line for each combination that occurs, so that a few lines cover a whole county. */
  tally(which: RegisterQuery & { readonly today: Day }): Promise<readonly Tally[]>
}

export interface RegisterQuery {
  readonly policy: string
  readonly practice: boolean
  readonly group?: Group | 'none' | undefined
}

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
    /** The picture of a campaign's timeline, for a platform that fetches its pictures. */
    | { readonly kind: 'timeline'; readonly policy: string; readonly campaign: string }
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

/** Notices, each sent once under a key: who has the right to send it, and what became of it. */
export interface Notices {
  /** Writes down a notice to be sent later. False where that key is already in use. */
  plan(notice: {
    readonly key: string
    readonly kind: string
    readonly person: string
    readonly at: Date
  }): Promise<boolean>
  /**
   * The right to send all of these as one message. One caller among many gets it; nobody does where one of them was
   * claimed and has not failed, or its time has not come. `by` is the caller's own name for this attempt.
   */
  claim(claim: NoticeClaim): Promise<{ readonly tries: number } | undefined>
  /** What became of claimed notices; does nothing where `by` holds no claim. */
  settle(attempt: Attempt, became: Became): Promise<void>
  /** Gives the right back, as if nothing had been claimed. */
  release(attempt: Attempt): Promise<void>
  /** The notices under these keys, where they exist. */
  find(keys: readonly string[]): Promise<readonly Notice[]>
  /** Everything that was ever recorded about notices to these people. */
  of(people: readonly string[]): Promise<readonly Notice[]>
  /**
   * Records the way by which it is about to be sent. False where `by` no longer holds all of it: then nothing may be
   * sent.
   */
  trying(attempt: Attempt, way: string): Promise<boolean>
  /** Notices claimed before that instant and never settled, whoever claimed them. */
  lost(before: Date): Promise<readonly LostAttempt[]>
  /** Those in these states since `since`, oldest first, at most `most`. */
  list(which: {
    readonly states: readonly NoticeState[]
    /** Undefined means any kind. */
    readonly kind?: string
    readonly since: Date
    readonly most: number
  }): Promise<readonly Notice[]>
  /** How many there are in each state. */
  counts(): Promise<Readonly<Record<NoticeState, number>>>
  /**
   * Notices that were given up because the person could not be reached become due again where the person has since got
   * an account, or, with `letters`, an address. `what` is the reason that was recorded.
   */
  reopen(which: {
    readonly what: string
    readonly since: Date
    readonly now: Date
    /** The kinds that are worth sending by email; empty where no email is sent. */
    readonly letters: readonly string[]
    readonly mostTries: number
  }): Promise<number>
  /** Forgets on which days before `instant` somebody was written to, but never what was sent. */
  forgetBefore(instant: Date): Promise<void>
}

export const noticeStates = ['planned', 'claimed', 'sent', 'failed', 'given-up', 'unknown'] as const
export type NoticeState = (typeof noticeStates)[number]

export interface Notice {
  readonly key: string
  /** `daily` stands for the message of a day and is not a notice of its own. */
  readonly kind: string
  readonly person: string
  readonly state: NoticeState
  /** When it was first claimed; for a planned notice, when it is to be sent. */
  readonly at: Date
  /** The number of failures so far. */
  readonly tries: number
  /** For a failed notice, when it may be tried again. */
  readonly nextAt: Date | undefined
  /** A platform, or `email`. */
  readonly way: string | undefined
  readonly message: string | undefined
  /** Why it failed or its fate is unknown, for an operator. */
  readonly what: string | undefined
}

export interface NoticeClaim {
  readonly notices: readonly { readonly key: string; readonly kind: string }[]
  readonly person: string
  readonly by: string
  readonly now: Date
}

export interface Attempt {
  readonly keys: readonly string[]
  readonly by: string
  readonly now: Date
}

/** An attempt whose program stopped before it finished. */
export interface LostAttempt {
  readonly keys: readonly string[]
  readonly person: string
  readonly by: string
  /** The way that was tried last; undefined where nothing can have been sent. */
  readonly way: string | undefined
  readonly claimedAt: Date
}

export type Became =
  | { readonly kind: 'sent'; readonly way: string; readonly message: string }
  | { readonly kind: 'unknown'; readonly way: string; readonly what: string }
  | { readonly kind: 'failed'; readonly what: string; readonly nextAt: Date }
  | { readonly kind: 'given-up'; readonly what: string }
