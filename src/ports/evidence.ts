// The ports of the evidence: the journal, and the register that is read from it.
import type { Campaign } from '../standing/campaigns.ts'
import type { Group, Person } from '../chat/people.ts'
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
  /** Without a person, the policy's marks and campaigns alone. */
  factsOf(about: { readonly policy: string; readonly person?: string }): Promise<SigningFacts>
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
  /** The same for several policies at once: each person with their involvement in each of them, in that order. */
  pageOfAll(
    which: Omit<RegisterQuery, 'policy'> & {
      readonly policies: readonly string[]
      readonly after?: string | undefined
      readonly most: number
    },
  ): Promise<readonly RegisterLines[]>
  /** The same people counted: one line for each combination that occurs, so that a few lines cover a whole county. */
  tally(which: RegisterQuery & { readonly today: Day }): Promise<readonly Tally[]>
}

export interface RegisterLines {
  readonly person: Person
  readonly involvements: readonly (Involvement | undefined)[]
}

export interface RegisterQuery {
  readonly policy: string
  readonly practice: boolean
  readonly group?: Group | 'none' | undefined
}
