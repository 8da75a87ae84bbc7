// The nouns of the digest: what was read for it, and what it tells SLT.
import type { digestParts } from './actions.ts'
import type { Bar } from '../chat/cards.ts'
import type { Campaign } from '../standing/campaigns.ts'
import type { Count, Totals } from '../standing/totals.ts'
import type { Against } from '../register/against.ts'
import type { Standing } from '../standing/types.ts'
import type { Group } from '../chat/people.ts'
import type { Entry, Head } from '../journal/types.ts'
import type { Day } from '../kit/days.ts'
import type { KnownHead } from '../ports/evidence.ts'
import type { Notice } from '../ports/notices.ts'
import type { DomainMoved } from '../ports/people.ts'
import type { Shelf } from '../policy/shelf.ts'
import type { NoticeWords, DoorWords } from '../turn/words.ts'
import type { ReviewStanding as Review } from '../review/types.ts'

/** The first of many, and how many there are altogether. */
export interface FirstOf<T> {
  readonly first: readonly T[]
  readonly count: number
  /** There are at least this many: counting stopped here. */
  readonly uncounted?: true
}

/** Everything that a digest is made of, as it was read, for one world: the real one or practice. */
export interface Gathered {
  readonly on: Day
  readonly since: Day
  readonly zone: string
  readonly school: string
  readonly practice: boolean
  readonly shelf: Shelf
  readonly policies: readonly SigningLine[]
  readonly campaigns: readonly Campaign[]
  /** Since then. */
  readonly moved: DomainMoved
  /** Signatures since then, by policy id. */
  readonly signed: ReadonlyMap<string, number>
  /** There were more signatures than these. */
  readonly signedMore: boolean
  /** What else the journal says since then, newest first. */
  readonly happened: readonly ToldEntry[]
  readonly happenedMore: boolean
  readonly questions: DigestQuestions
  readonly notices: readonly { readonly notice: Notice; readonly name: string | undefined }[]
  readonly noticesMore: boolean
  readonly reviews: readonly Review[]
  /** What SLT has to look after: terms that end, editions to decide about; in sentences. */
  readonly cares: readonly string[]
  readonly head: Head
  /** The latest head that somebody outside was told of. */
  readonly outside: KnownHead | undefined
  /** The words that the features bring for their notices and facts. */
  readonly words: DoorWords
}

export interface SigningLine {
  readonly policy: string
  readonly title: string
  readonly totals: Totals
  readonly overdue: FirstOf<LateSigning>
  /** Where it is asked for again. */
  readonly against?: Against | undefined
}

export interface LateSigning {
  readonly person: string
  readonly name: string
  readonly group: Group | 'none'
  readonly standing: Standing
  readonly due: Day
  readonly away: boolean
  /** They had signed it, and withdrew the signature. */
  readonly withdrawn: boolean
}

/** An entry with the person it is about and what they said, where neither was erased. */
export interface ToldEntry {
  readonly entry: Entry
  readonly name: string | undefined
  readonly words: string | undefined
}

/** Texts without names, newest first. */
export interface DigestQuestions {
  readonly unanswered: FirstOf<string>
  readonly unhelpful: FirstOf<string>
  readonly mostAsked: readonly { readonly policy: string; readonly section: string; readonly count: number }[]
  readonly asked: number
}

export interface Digest {
  readonly on: Day
  /** The week, as ISO 8601 names it. */
  readonly week: string
  /** The first day that it covers. */
  readonly since: Day
  readonly school: string
  readonly practice: boolean
  readonly policies: readonly PolicyPart[]
  /** In sentences, without names. */
  readonly changes: FirstOf<string>
  readonly concerns: FirstOf<Concern>
  readonly questions: FirstOf<string>
  readonly unhelpful: FirstOf<string>
  readonly mostAsked: readonly { readonly section: string; readonly count: number }[]
  readonly asked: number
  readonly deliveries: FirstOf<Failure>
  readonly reviews: readonly ReviewLine[]
  /** In sentences. */
  readonly cares: readonly string[]
  readonly head: Head
  readonly zone: string
  readonly outside: KnownHead | undefined
  /**
   * `idle`: nobody was ever asked to sign here, and nothing happened. `quiet`: everybody who is asked has signed, and
   * there is nothing new.
   */
  readonly state: 'idle' | 'quiet' | 'news'
}

export interface PolicyPart {
  readonly policy: string
  readonly title: string
  readonly count: Count
  /** By group; groups in which nobody is asked are left out. */
  readonly bars: readonly Bar[]
  /** That reminders are paused, in a sentence. */
  readonly paused: string | undefined
  /** This round beside the last, in sentences without names. */
  readonly against?: string | undefined
  readonly overdue: FirstOf<LateLine>
}

export interface LateLine {
  readonly person: string
  readonly name: string
  readonly group: string
  readonly due: Day
  /** In words, such as "reading, 3 sections so far". */
  readonly standing: string
}

export interface Concern {
  readonly kind: 'concern' | 'question' | 'declined'
  readonly policy: string
  readonly title: string
  readonly on: Day
  readonly person: string
  /** Undefined once it has been erased. */
  readonly name: string | undefined
  readonly words: string | undefined
}

/** Notices of one kind that failed for one reason. */
export interface Failure {
  readonly kind: string
  /** The word for one of that kind, and for many. */
  readonly called: NoticeWords
  readonly state: 'failed' | 'given-up' | 'unknown'
  readonly why: string
  readonly count: number
  /** The first few. */
  readonly names: readonly string[]
}

export interface ReviewLine {
  readonly title: string
  readonly owner: string
  readonly state: Review['state']
  readonly said: string
}

/** What is shown behind a button. */
export type DigestPart = (typeof digestParts)[number]
