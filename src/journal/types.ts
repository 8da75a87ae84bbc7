// The nouns of history: an entry is one fact, sealed together with the entry before it.
import { z } from 'zod'
import { groups, roles } from '../chat/people.ts'
import { parseDay, parseDayOrMonth, type Day, type DayOrMonth } from '../kit/days.ts'

const id = z.string().min(1).max(80)
const count = z.int().min(0)
const instant = z.iso.datetime()
const hash = z.string().regex(/^[0-9a-f]{64}$/)
export const DayText = z.custom<Day>(
  (text) => typeof text === 'string' && parseDay(text) !== undefined,
  'is not a date',
)

const DayOrMonthText = z.custom<DayOrMonth>(
  (text) => typeof text === 'string' && parseDayOrMonth(text) !== undefined,
  'is not a date or a month',
)

/** Who is asked to sign: everybody to whom any part applies. */
export const Audience = z.strictObject({
  everybody: z.boolean(),
  groups: z.array(z.enum(groups)),
  roles: z.array(z.enum(roles)),
  /** Person ids. */
  people: z.array(id),
})
export type Audience = z.infer<typeof Audience>

/** When people who owe a signature are reminded, besides the day on which they are asked. */
export const Rhythm = z.strictObject({
  /** Days before the due day; 0 is the day itself. */
  before: z.array(z.int().min(0).max(365)).max(20).readonly(),
  /** After the due day, the number of days between reminders. */
  every: z.int().min(1).max(365),
})
export type Rhythm = Readonly<z.infer<typeof Rhythm>>

/** The place of a campaign among those that ask for the documents of a bundle together. */
export const RoundPart = z.strictObject({
  /** The id of this one asking, such as `september-pack.2`. */
  id,
  bundle: id,
  /** The title that people read when it was opened. */
  title: z.string().min(1).max(120),
  /** The first document has 0. */
  at: z.int().min(0).max(100),
})
export type RoundPart = Readonly<z.infer<typeof RoundPart>>

/** The way in which somebody came to sign. */
export const signedHow = ['chat', 'page', 'link', 'paper'] as const

const edition = { policy: id, edition: id }
/** The person id of whoever did it for somebody; undefined on the command line, where `operator` did it. */
const by = z.union([id, z.literal('operator')])

/** SLT's yes to the next round, with the days that were shown. */
const agreed = z.strictObject({ opens: DayText, due: DayText, by }).optional()

/** The longest time after a signature at which somebody is asked again. */
export const mostMonths = 60

/** How often people are asked again. */
export const Recurring = z.discriminatedUnion('every', [
  /** The next round is the first whose turn comes after the day `after`. */
  z.strictObject({ every: z.literal('year'), after: DayText, agreed }),
  z.strictObject({ every: z.literal('term'), after: DayText, agreed }),
  /** So many months after each person's own last signature. */
  z.strictObject({ every: z.literal('months'), months: z.int().min(1).max(mostMonths), after: DayText, agreed }),
])
export type Recurring = Readonly<z.infer<typeof Recurring>>

/** A named person looks after a campaign besides SLT. */
export const Handed = z.strictObject({
  /** A person id, as it was then: they may have become another person's other name since. */
  to: id,
  by,
  /** The campaigns of a round that are handed together share it. */
  handing: id,
})
export type Handed = Readonly<z.infer<typeof Handed>>

const answer = {
  policy: id,
  section: id,
  what: z.enum(['question', 'note']),
  /** Whatever was added under a name may be withdrawn under it, and added again. */
  name: id,
  by,
}

/** What an entry about the directory says happened to somebody. */
export const directoryChanges = [
  /** They were kept for the first time. */
  'joined',
  /** They were already in the directory when it became evidence. */
  'sealed',
  'renamed',
  'email',
  /** A last day was set or changed. */
  'left',
  'returned',
  'role',
  'group',
  /** An invented person became real, or a real one invented. */
  'practice',
  /** An account on a platform was added or removed, or now means something else. */
  'account',
  'merged',
  'unmerged',
  /** Days, line manager, and whether they are on the school's list changed. */
  'details',
  /** They were known by one account only, which turned out to be somebody else's: nothing of theirs is left. */
  'dropped',
] as const
export type DirectoryChange = (typeof directoryChanges)[number]

/**
 * What can happen. Anything that identifies somebody is not in here but in `hidden`: the journal holds only salted
 * hashes of it, by field name, so that it can be erased and the journal still verifies. Text that goes further is not a
 * fact.
 */
export const Fact = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('signed'),
    ...edition,
    person: id,
    /** The hash of the declaration exactly as shown. */
    wording: hash,
    /** The hash of the whole edition's text. */
    text: hash,
    /** The hash of each confirmed statement, in order. */
    statements: z.array(hash),
    /** The school's zone, as an IANA name. */
    zone: z.string(),
    how: z.enum(signedHow),
    /** Undefined for paper. */
    platform: z.enum(['web', 'slack', 'teams']).optional(),
    practice: z.boolean(),
    /**
     * For a paper signature: who recorded it, the day on the paper, and the SHA-256 of its picture. Hidden: `kept`, the
     * place where the paper is.
     */
    paper: z.strictObject({ by, on: DayText, picture: hash.optional() }).optional(),
    /**
     * What they had opened of the edition beforehand, out of how many sections, and when. Older entries do not have it.
     */
    read: z.strictObject({ opened: count, of: count, first: instant.optional(), last: instant.optional() }).optional(),
    /** Whether the name is the one on the school's record, or another that they confirmed when asked. */
    named: z.enum(['alike', 'otherwise']).optional(),
    /**
     * Where the school has questions asked before signing: all of them were answered right, and the hash of how they
     * were put; or nobody asked them, as on paper. Missing where the school has none asked, and in older entries.
     */
    understood: z
      .discriminatedUnion('how', [
        z.strictObject({ how: z.literal('all-right'), questions: count, asked: hash }),
        z.strictObject({ how: z.literal('not-asked') }),
      ])
      .optional(),
    /** Hidden: `name`, as typed or printed; `account`, as platform:id; `known`, the name on the school's record. */
  }),
  /**
   * A signature made by mistake, for example on somebody else's phone. `entry` is the id of the signed entry. Hidden:
   * `reason`.
   */
  z.strictObject({ kind: z.literal('withdrawn'), ...edition, person: id, entry: id, by }),
  /**
   * Somebody has signed every document that a round of a bundle asks of them. `policy` is that of the first signature.
   * Hidden: `known`, the name on the school's record.
   */
  z.strictObject({
    kind: z.literal('bundle-signed'),
    policy: id,
    person: id,
    round: RoundPart.omit({ at: true }),
    /** The ids of the signed entries, in the order of the bundle. */
    signatures: z.array(id).min(1).max(101),
    /** The policies of the round from which the school had excused them. */
    excused: z.array(id).max(101),
    /** The school's zone, as an IANA name. */
    zone: z.string(),
    practice: z.boolean(),
  }),
  /** Hidden: `reason`, where one was given. */
  z.strictObject({ kind: z.literal('declined'), ...edition, person: id }),
  /** A concern raised before signing, which SLT is to answer. Hidden: `words`. */
  z.strictObject({ kind: z.literal('raised'), ...edition, person: id, what: z.enum(['question', 'concern']) }),
  /** Hidden: `reason`. `until` is the last day; without it there is no end. */
  z.strictObject({ kind: z.literal('excused'), policy: id, person: id, by, until: DayText.optional() }),
  z.strictObject({ kind: z.literal('excuse-ended'), policy: id, person: id, by }),
  /** Whether everybody signs a new edition again. Without a mark they do. */
  z.strictObject({
    kind: z.literal('edition-marked'),
    ...edition,
    change: z.enum(['material', 'editorial']),
    by,
    /** By an invented person: it counts among practice people and nowhere else. */
    practice: z.boolean(),
  }),
  z.strictObject({
    kind: z.literal('campaign-opened'),
    ...edition,
    campaign: id,
    audience: Audience,
    due: DayText,
    by,
    practice: z.boolean(),
    /** Undefined means the school's own rhythm of reminders. */
    rhythm: Rhythm.optional(),
    /** The least number of their own working days that everybody has. Older entries do not have it. */
    leastDays: z.int().min(0).max(60).optional(),
    round: RoundPart.optional(),
    /** People are asked anew: a signature from before that instant does not count. Older entries do not have it. */
    since: instant.optional(),
    /** The campaign after which it asks people again. */
    follows: id.optional(),
    recurring: Recurring.optional(),
  }),
  /**
   * What SLT said about asking again; `recurring` is how it stands afterwards. It is missing once it has stopped, or
   * the next round was opened, whose entry has it.
   */
  z.strictObject({
    kind: z.literal('campaign-recurs'),
    policy: id,
    campaign: id,
    what: z.enum(['set', 'agreed', 'skipped', 'stopped', 'opened']),
    recurring: Recurring.optional(),
    by,
  }),
  /** A missing field stays as it was. Hidden: `reason`. */
  z.strictObject({
    kind: z.literal('campaign-changed'),
    policy: id,
    campaign: id,
    /** From now on it asks for another edition. */
    edition: id.optional(),
    due: DayText.optional(),
    audience: Audience.optional(),
    rhythm: Rhythm.optional(),
    by,
  }),
  /** It was closed by mistake, and goes on as if it had not been. */
  z.strictObject({ kind: z.literal('campaign-reopened'), policy: id, campaign: id, by }),
  z.strictObject({ kind: z.literal('campaign-paused'), policy: id, campaign: id, by }),
  z.strictObject({ kind: z.literal('campaign-resumed'), policy: id, campaign: id, by }),
  /** Closing it also takes it back from whoever it was handed to. */
  z.strictObject({ kind: z.literal('campaign-closed'), policy: id, campaign: id, by }),
  z.strictObject({ kind: z.literal('campaign-handed'), policy: id, campaign: id, ...Handed.shape }),
  /** SLT took it back. `by` is who did, `to` whose it was. */
  z.strictObject({ kind: z.literal('campaign-taken-back'), policy: id, campaign: id, ...Handed.shape }),
  /** Whoever had it has left or belongs no more. Nobody did this; it follows from the directory. */
  z.strictObject({ kind: z.literal('campaign-lapsed'), policy: id, campaign: id, to: id, handing: id }),
  /**
   * The outcome of a review. `no-change`: the next review is then, and signatures stand. `new-edition`: `replacement`
   * took its place. `postponed`: until then. Hidden: `reason`, where one was given.
   */
  z.strictObject({
    kind: z.literal('reviewed'),
    ...edition,
    outcome: z.discriminatedUnion('kind', [
      z.strictObject({ kind: z.literal('no-change'), next: DayOrMonthText }),
      z.strictObject({ kind: z.literal('new-edition'), replacement: id }),
      z.strictObject({ kind: z.literal('postponed'), until: DayOrMonthText }),
    ]),
    /** The day at the school on which it was recorded. */
    on: DayText,
    by,
    practice: z.boolean(),
  }),
  /**
   * Somebody's record in the directory changed. `into`: they turned out to be that person, and this is that person's
   * other name. `by` may also be a platform. Hidden: `row`, the whole record from then on.
   */
  z.strictObject({
    kind: z.literal('directory'),
    person: id,
    what: z.array(z.enum(directoryChanges)).min(1),
    practice: z.boolean(),
    into: id.optional(),
    by,
  }),
  /** From here on the directory is evidence: it held that many people, each with an entry that follows. */
  z.strictObject({ kind: z.literal('directory-sealed'), people: z.int().min(0) }),
  /** A list of the school's was imported. `list` is the SHA-256 of the file. */
  z.strictObject({ kind: z.literal('list-imported'), list: hash, rows: z.int().min(0), changes: z.int().min(0), by }),
  /**
   * One of the school's own files was changed, in the office, in chat or on the command line: its name in the home, and
   * its hashes before and after.
   */
  z.strictObject({
    kind: z.literal('knowledge-changed'),
    file: z.string().min(1).max(300),
    was: hash.optional(),
    is: hash.optional(),
    by,
  }),
  /** Somebody made a private link to the school's calendar for themselves; the one from before stopped working. */
  z.strictObject({ kind: z.literal('calendar-link-made'), person: id }),
  z.strictObject({ kind: z.literal('calendar-link-withdrawn'), person: id }),
  /**
   * A question was added to those that a section answers, or a note to what stands beside it; or it was withdrawn. What
   * it says is not in the journal.
   */
  z.strictObject({ kind: z.literal('answer-added'), ...answer }),
  z.strictObject({ kind: z.literal('answer-withdrawn'), ...answer }),
  /** Everything that identified somebody was removed; their entries stay. */
  z.strictObject({ kind: z.literal('erased'), person: id, by }),
])
export type Fact = z.infer<typeof Fact>
export type FactKind = Fact['kind']
export type FactOf<K extends FactKind> = Extract<Fact, { kind: K }>

/** A fact on its way into the journal. */
export interface NewEntry {
  readonly id: string
  readonly at: Date
  readonly fact: Fact
  /** The identifying text, by field name; kept beside the journal until it is erased. */
  readonly hidden: Readonly<Record<string, string>>
  /** At least 128 random bits, as text: the key for the hashes of what is hidden. */
  readonly salt: string
}

/** An entry as it stands in the journal for good. */
export interface Entry {
  /** Counted from 1 without gaps. */
  readonly seq: number
  readonly id: string
  readonly at: Date
  readonly fact: Fact
  /** Salted hashes, by field name. */
  readonly hidden: Readonly<Record<string, string>>
  /** The hash of the entry before; 64 zeros for the first. */
  readonly before: string
  /** SHA-256 over the canonical JSON (RFC 8785) of everything above. */
  readonly hash: string
}

/** The journal's last entry. Whoever knows its hash can tell whether anything before it was changed. */
export interface Head {
  readonly seq: number
  readonly hash: string
}
