// What the bot has read of knowledge/ and of the home folder: everything it may say about a rule comes from here.
import type { Calendar } from '../kit/calendar.ts'
import type { Rhythm } from '../journal/types.ts'
import type { Belongings } from '../people/belongs.ts'
import type { Policy } from '../policy/types.ts'
import type { Scenario } from '../guide/scenario.ts'
import type { Law } from '../guide/law.ts'
import type { AskedSection, General, UrgentKind, WordEntry } from '../search/types.ts'

export interface Library {
  readonly school: School
  /** The school's: what the bot answers from. */
  readonly policies: readonly Policy[]
  /** The project's sample, once the school has policies of its own. What was signed of it can still be read. */
  readonly aside?: readonly Policy[]
  readonly words: readonly WordEntry[]
  /** What is known of school English, whatever the policies: nothing where it is left out. */
  readonly general?: General
  /** By policy id, then by section ref. */
  readonly asked: ReadonlyMap<string, ReadonlyMap<string, AskedSection>>
  readonly urgent: readonly UrgentKind[]
  readonly scenarios: readonly Scenario[]
  /** Scenarios for policies that the school does not have. */
  readonly idle?: readonly Scenario[]
  /** What policies name that has changed. */
  readonly laws: readonly Law[]
  /** What owners wrote for texts that the latest editions do not have: left out until a person has looked. */
  readonly waiting?: readonly Problem[]
}

export interface School {
  readonly name: string
  /** The policies that it names as its own, by id; those that it has imported count without. */
  readonly policies?: readonly string[] | undefined
  readonly shortNames: readonly string[]
  /** An IANA zone. */
  readonly zone: string
  /** By role, such as `slt`, or by a policy's id: whom to turn to and how. */
  readonly contacts: Readonly<Record<string, Contact>>
  readonly signing: SigningSettings
  /** Who of those whom a platform shows belongs to the school. */
  readonly belonging: Belongings
  /** When the school works, and so when somebody may be written to. */
  readonly calendar: Calendar
  /** Who is warned of a policy’s review, by its id: roles and email addresses. Whoever may, where none is named. */
  readonly owners?: Readonly<Record<string, readonly string[]>> | undefined
  /** When whoever owes is reminded, where their campaign does not say. */
  readonly reminders: Rhythm
  /** How long questions, and that checks ended in a ruling, are kept. */
  readonly keptDays: number
  /** Whoever leads on safeguarding hears at once, by every way, that somebody was given urgent help: not who, nor why. */
  readonly urgentAtOnce?: boolean | undefined
}

export interface Contact {
  readonly who: string
  readonly how: string
  /** Email addresses of those who answer when somebody asks a person: the first, and then whoever stands in. */
  readonly people?: readonly string[] | undefined
}

export interface SigningSettings {
  /** Restated editions that may be signed in earnest all the same, as `policy@edition`. */
  readonly acceptRestated: readonly string[]
  /** How long a joiner has to sign, from their first day. */
  readonly joinerDays: number
  /** How long a link to sign is good for. */
  readonly linkDays: number
  /** Mailboxes that are sent the journal's head each day, best outside the school's own servers. */
  readonly headTo: readonly string[]
  /** The address of an authority of time (RFC 3161) that is asked about the head once a day. */
  readonly stampBy?: string | undefined
}

/** Something wrong in a file that a policy owner wrote, with how to mend it. */
export interface Problem {
  readonly file: string
  readonly line: number
  readonly what: string
  readonly fix: string
  /** The bot starts all the same, without what the problem is about. */
  readonly warning?: true
}
