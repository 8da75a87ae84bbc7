// What the bot has read from knowledge/ and the home folder: everything that it may say about a rule comes from here.
import type { Calendar } from '../kit/calendar.ts'
import type { Rhythm } from '../journal/types.ts'
import type { Belongings } from '../people/belongs.ts'
import type { Policy } from '../policy/types.ts'
import type { Bundle } from '../standing/bundles.ts'
import type { Scenario } from '../guide/scenario.ts'
import type { Law } from '../guide/law.ts'
import type { KeptIndexes } from '../ports/indexes.ts'
import type { AskedSection, General, UrgentKind, WordEntry } from '../search/types.ts'

export interface Library {
  readonly school: School
  /** The school's policies, from which the bot answers. */
  readonly policies: readonly Policy[]
  /** The project's sample, once the school has policies of its own. What people signed of it can still be read. */
  readonly aside?: readonly Policy[]
  readonly words: readonly WordEntry[]
  /** School English in general, whatever the policies; empty where it is left out. */
  readonly general?: General
  /** By policy id, then by section ref. */
  readonly asked: ReadonlyMap<string, ReadonlyMap<string, AskedSection>>
  readonly urgent: readonly UrgentKind[]
  /** Documents that people are asked for together. */
  readonly bundles?: readonly Bundle[]
  readonly scenarios: readonly Scenario[]
  /** Scenarios for policies that the school does not have. */
  readonly idle?: readonly Scenario[]
  /** Things that policies mention and that have changed. */
  readonly laws: readonly Law[]
  /** What owners wrote for texts that the latest editions do not have: left out until a person has looked at it. */
  readonly waiting?: readonly Problem[]
  /** Where an index over these policies is kept from one start to the next; built anew each time where there is none. */
  readonly indexes?: KeptIndexes
}

export interface School {
  readonly name: string
  /** The ids of policies that the school names as its own; imported policies count without being named. */
  readonly policies?: readonly string[] | undefined
  readonly shortNames: readonly string[]
  /** An IANA zone name. */
  readonly zone: string
  /** Whom to turn to and how, by a role such as `slt` or by a policy's id. */
  readonly contacts: Readonly<Record<string, Contact>>
  readonly signing: SigningSettings
  /** Which of the people on a platform belong to the school. */
  readonly belonging: Belongings
  /** When the school works, and so when people may be written to. */
  readonly calendar: Calendar
  /**
   * Who is warned of a policy’s review, by policy id: roles and email addresses. Where nobody is named, everybody who
   * may act on it.
   */
  readonly owners?: Readonly<Record<string, readonly string[]>> | undefined
  /** When people who owe a signature are reminded, unless their campaign says otherwise. */
  readonly reminders: Rhythm
  /** Who hears of whoever is overdue; without it line managers, on the day after. */
  readonly escalation?: readonly Rung[] | undefined
  /** How many months after a review the next one is due, where a policy does not say. */
  readonly reviewEvery?: number | undefined
  /** How long questions are kept, and how long the outcomes of checks are kept. */
  readonly keptDays: number
  /** The safeguarding lead hears at once, by every way, that somebody was given urgent help: not who, nor why. */
  readonly urgentAtOnce?: boolean | undefined
}

/** After so many of the school's working days overdue: line managers, everybody with a role, or an email address. */
export interface Rung {
  /** `manager`, `slt`, `administrator`, or an email address. */
  readonly to: string
  readonly after: number
}

export interface Contact {
  readonly who: string
  readonly how: string
  /** The email addresses of those who answer when somebody asks a person: the first of them, then their deputies. */
  readonly people?: readonly string[] | undefined
}

export interface SigningSettings {
  /** Restated editions that may be signed in earnest all the same, as `policy@edition`. */
  readonly acceptRestated: readonly string[]
  /** How long a joiner has to sign, from their first day. */
  readonly joinerDays: number
  /** How long a link for signing works. */
  readonly linkDays: number
  /** Mailboxes that receive the journal's head each day, best outside the school's own servers. */
  readonly headTo: readonly string[]
  /** The words that people sign where a policy has no declaration of its own; without them nothing is signed there. */
  readonly statement?: string | undefined
  /** The statements before this one, newest first. Signatures of them still count. */
  readonly earlierStatements?: readonly string[] | undefined
  /** The address of a time-stamping authority (RFC 3161) that is asked about the head once a day. */
  readonly stampBy?: string | undefined
}

/** A problem in a file that a policy owner wrote, and how to mend it. */
export interface Problem {
  readonly file: string
  readonly line: number
  readonly what: string
  readonly fix: string
  /** The bot starts all the same, without what the problem is about. */
  readonly warning?: true
}
