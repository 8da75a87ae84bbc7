// What evidence asks of the outside: the journal, the register, ways in that work once, and what is sent once.
import type { Campaign } from '../standing/campaigns.ts'
import type { Group } from '../chat/people.ts'
import type { RegisterLine, Tally } from '../standing/totals.ts'
import type { SigningFacts, Involvement, ReadingProgress } from '../standing/types.ts'
import type { Entry, FactKind, Head, NewEntry } from '../journal/types.ts'
import type { Day } from '../kit/days.ts'

/** What happened, append-only, each entry sealed with the one before it; and what stands beside it. */
export interface Journal {
  /**
   * One transaction. `decide` sees how things stand at that moment, and whatever it returns is written whole or not at
   * all; nothing else is written in between. It may be called again when the database asks for another try.
   */
  record<T>(about: RecordSubject, decide: (facts: SigningFacts) => RecordDecision<T>): Promise<T>
  factsOf(about: { readonly policy: string; readonly person: string }): Promise<SigningFacts>
  /** Everything about somebody, oldest first. */
  historyOf(person: string): Promise<readonly Entry[]>
  entry(id: string): Promise<Entry | undefined>
  /** Several by their ids, in no order; those that do not exist are left out. */
  entriesBy(ids: readonly string[]): Promise<readonly Entry[]>
  /** In order, those after `after`. */
  entries(after: number, most: number): Promise<readonly Entry[]>
  /** Facts of these kinds since `since`, newest first. */
  happened(which: HistoryAsked): Promise<readonly Entry[]>
  /** The same as `entries`, each with what it hides in clear, so that many are checked at once. */
  kept(after: number, most: number): Promise<readonly KeptEntry[]>
  /** Everything about each of these people and one policy, under whatever id, oldest first. */
  historiesOf(policy: string, people: readonly string[]): Promise<ReadonlyMap<string, readonly Entry[]>>
  head(): Promise<Head>
  /** Somebody outside was told of this head: it can be asked for from now on. */
  noteHead(head: KnownHead): Promise<void>
  /** The latest that somebody outside was told of; undefined where nobody was. */
  knownHead(): Promise<KnownHead | undefined>
  /** The latest that another school cosigned. */
  cosignedHead(): Promise<KnownHead | undefined>
  /** Those that an authority of time vouches for, in order. */
  stampedHeads(): Promise<readonly KnownHead[]>
  /** What an entry hides, in clear, with its salt; undefined once it has been erased. */
  hiddenOf(entry: string): Promise<Hidden | undefined>
  /** Wordings and editions' texts by their SHA-256, kept for ever. */
  wording(hash: string): Promise<string | undefined>
  keepReading(about: { readonly policy: string; readonly person: string }, reading: ReadingProgress): Promise<void>
  campaigns(policy?: string): Promise<readonly Campaign[]>
  /** Everybody in the directory, other names and erased people too: those after `after` by id, at most `most`. */
  directory(after: string | undefined, most: number): Promise<readonly KeptPerson[]>
}

export interface KnownHead extends Head {
  readonly at: Date
  /** Mailboxes that the school names, whoever signed, an authority of time, or another school that cosigned it. */
  readonly way: 'mailbox' | 'signer' | 'authority' | 'cosigner'
  /** What the authority of time answered, in base64. */
  readonly token?: string | undefined
}

/** Somebody as the directory has them, beside what the journal says of them last. */
export interface KeptPerson {
  readonly id: string
  /** Whose other name this is. */
  readonly into: string | undefined
  readonly erased: boolean
  /** Neither name nor email nor account is left. */
  readonly nothing: boolean
  /** All that is kept of them, as it would be sealed. */
  readonly text: string
  /** Undefined where no entry speaks of them; without a text once what it hid was erased. */
  readonly told:
    { readonly seq: number; readonly into: string | undefined; readonly text: string | undefined } | undefined
}

export interface RecordSubject {
  readonly policy: string
  /** Undefined for what concerns nobody in particular, such as a campaign. */
  readonly person?: string
}

/** What a decision wants written, and what to tell the person. */
export interface RecordDecision<T> {
  readonly entries: readonly NewEntry[]
  /** Texts that the entries' hashes stand for. */
  readonly wordings?: readonly string[]
  /** The person's row for this policy, folded from the history with the new entries. */
  readonly involvement?: Involvement
  readonly campaign?: Campaign
  /** Others that the same decision changes. */
  readonly campaigns?: readonly Campaign[]
  /** Removes the person's name, email, accounts, hidden texts and reading. */
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
  /** Undefined where nothing is hidden, or no longer kept. */
  readonly hidden: Hidden | undefined
}

export interface Hidden {
  readonly salt: string
  readonly fields: Readonly<Record<string, string>>
}

/** Everybody's standing, read for SLT. */
export interface Register {
  /** People by name with what their standing rests on: those after `after` (a person id), at most `most`. */
  page(
    which: RegisterQuery & { readonly after?: string | undefined; readonly most: number },
  ): Promise<readonly RegisterLine[]>
  /** The same people counted: one line for each combination that occurs, so that few lines stand for a county. */
  tally(which: RegisterQuery & { readonly today: Day }): Promise<readonly Tally[]>
}

export interface RegisterQuery {
  readonly policy: string
  readonly practice: boolean
  readonly group?: Group | 'none' | undefined
}

/** Ways in that work once: what is kept is the token's SHA-256, never the token. */
export interface WaysIn {
  makeLink(link: Link & { readonly token: string }): Promise<void>
  /** The link, without using it up. */
  seeLink(token: string, now: Date): Promise<Link | undefined>
  /** A link to sign whose time is over, for as long as that is kept; undefined for all others. */
  seeOldLink(token: string, now: Date): Promise<Link | undefined>
  /** The link, for the first caller before it expires; undefined for all others. */
  takeLink(token: string, now: Date): Promise<Link | undefined>
  openSession(session: Session & { readonly token: string }): Promise<void>
  session(token: string, now: Date): Promise<Session | undefined>
  /** Ends one, or all of a person's, as after a change of role. */
  endSession(which: { readonly token: string } | { readonly person: string }): Promise<void>
  /** Deletes what has expired before `instant`; links to sign only where they expired before `old`. */
  forgetBefore(instant: Date, old: Date): Promise<void>
}

export interface Link {
  readonly person: string
  /** `sign` is for one policy's edition and nothing else. */
  readonly purpose:
    | { readonly kind: 'open' }
    | { readonly kind: 'sign'; readonly policy: string; readonly edition: string }
    | { readonly kind: 'receipt'; readonly entry: string }
  readonly expires: Date
}

export interface Session {
  readonly person: string
  /** What it may be used for: everything the person may do, or signing only. */
  readonly purpose: Exclude<Link['purpose'], { readonly kind: 'receipt' }>
  readonly expires: Date
}

/** What is sent once, by name: who has the right to send it, and what became of it. */
export interface Notices {
  /** Writes down what is to be sent later. False where there is something under that key already. */
  plan(notice: {
    readonly key: string
    readonly kind: string
    readonly person: string
    readonly at: Date
  }): Promise<boolean>
  /**
   * The right to send all of these as one message: for one caller among many, and for none where any of them has been
   * claimed and did not fail, or its time has not come. `by` is the caller's own name for this one attempt.
   */
  claim(claim: NoticeClaim): Promise<{ readonly tries: number } | undefined>
  /** What became of what was claimed; nothing where `by` holds no claim. */
  settle(attempt: Attempt, became: Became): Promise<void>
  /** Gives the right back, as if nothing had been claimed. */
  release(attempt: Attempt): Promise<void>
  /** Those under these keys, as far as there are any. */
  find(keys: readonly string[]): Promise<readonly Notice[]>
  /** All that was ever noted of these people. */
  of(people: readonly string[]): Promise<readonly Notice[]>
  /** Notes the way it is about to go out by. False where `by` no longer holds all of it: then nothing may be sent. */
  trying(attempt: Attempt, way: string): Promise<boolean>
  /** What was claimed before that instant and never settled, whoever claimed it. */
  lost(before: Date): Promise<readonly LostAttempt[]>
  /** In these states since `since`, oldest first, at most `most`. */
  list(which: {
    readonly states: readonly NoticeState[]
    /** Undefined: of any kind. */
    readonly kind?: string
    readonly since: Date
    readonly most: number
  }): Promise<readonly Notice[]>
  /** How many there are in each state. */
  counts(): Promise<Readonly<Record<NoticeState, number>>>
  /**
   * What was given up because nothing led to somebody is to be sent again, where an account has come since, or with
   * `letters` an address. `what` is what was noted of it.
   */
  reopen(which: {
    readonly what: string
    readonly since: Date
    readonly now: Date
    /** Of which kinds a letter is of use; none where no letters are sent. */
    readonly letters: readonly string[]
    readonly mostTries: number
  }): Promise<number>
  /** Forgets on which days before `instant` somebody was written to; never what was sent. */
  forgetBefore(instant: Date): Promise<void>
}

export const noticeStates = ['planned', 'claimed', 'sent', 'failed', 'given-up', 'unknown'] as const
export type NoticeState = (typeof noticeStates)[number]

export interface Notice {
  readonly key: string
  /** `daily` stands for a day's message and is no notice of its own. */
  readonly kind: string
  readonly person: string
  readonly state: NoticeState
  /** When it was first claimed; of what is planned, when it is to go out. */
  readonly at: Date
  /** Failures so far. */
  readonly tries: number
  /** Of what failed: when it may be tried again. */
  readonly nextAt: Date | undefined
  /** Which platform, or `email`. */
  readonly way: string | undefined
  readonly message: string | undefined
  /** Why it failed or is unknown, for an operator. */
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

/** One attempt whose program stopped in the middle. */
export interface LostAttempt {
  readonly keys: readonly string[]
  readonly person: string
  readonly by: string
  /** Which way was tried last; undefined where nothing can have been sent. */
  readonly way: string | undefined
  readonly claimedAt: Date
}

export type Became =
  | { readonly kind: 'sent'; readonly way: string; readonly message: string }
  | { readonly kind: 'unknown'; readonly way: string; readonly what: string }
  | { readonly kind: 'failed'; readonly what: string; readonly nextAt: Date }
  | { readonly kind: 'given-up'; readonly what: string }
