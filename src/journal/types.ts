// The nouns of history: an entry is one fact that happened, sealed together with the entry before it.
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

/** Who is asked to sign: everybody to whom any of it applies. */
export const Audience = z.strictObject({
  everybody: z.boolean(),
  groups: z.array(z.enum(groups)),
  roles: z.array(z.enum(roles)),
  /** Person ids. */
  people: z.array(id),
})
export type Audience = z.infer<typeof Audience>

/** When whoever owes a signature is reminded, beside the day on which they are asked. */
export const Rhythm = z.strictObject({
  /** Days before the due day; 0 is the day itself. */
  before: z.array(z.int().min(0).max(365)).max(20).readonly(),
  /** Afterwards every so many days. */
  every: z.int().min(1).max(365),
})
export type Rhythm = Readonly<z.infer<typeof Rhythm>>

/** How somebody came to sign. */
export const signedHow = ['chat', 'page', 'link', 'paper'] as const

const edition = { policy: id, edition: id }
/** The person id of whoever did it for somebody; undefined on the command line, where `operator` did it. */
const by = z.union([id, z.literal('operator')])

/** What an entry about the directory says of somebody. */
export const directoryChanges = [
  /** Kept for the first time. */
  'joined',
  /** Stood in the directory already when it began to be evidence. */
  'sealed',
  'renamed',
  'email',
  /** A last day was set, or another one. */
  'left',
  'returned',
  'role',
  'group',
  /** Invented people became real, or real ones invented. */
  'practice',
  /** An account on a platform came, went, or means something else. */
  'account',
  'merged',
  'unmerged',
  /** Days, line manager, and whether they stand on the school's list. */
  'details',
  /** Known by an account alone that turned out to be somebody else's: nothing was theirs, and nothing is left. */
  'dropped',
] as const
export type DirectoryChange = (typeof directoryChanges)[number]

/**
 * What can happen. Whatever identifies somebody is not in here but hidden: the journal holds salted hashes of it
 * (`hidden`, by field name), so that it can be erased and the journal still verifies. What says more is no fact.
 */
export const Fact = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('signed'),
    ...edition,
    person: id,
    /** Of the declaration exactly as shown. */
    wording: hash,
    /** Of the whole edition's text. */
    text: hash,
    /** Of each statement confirmed, in order. */
    statements: z.array(hash),
    /** An IANA zone: the school's. */
    zone: z.string(),
    how: z.enum(signedHow),
    /** Undefined for paper. */
    platform: z.enum(['web', 'slack', 'teams']).optional(),
    practice: z.boolean(),
    /** Of a paper signature: who recorded it, the day on the paper, and the SHA-256 of its picture. Hidden: `kept`, where the paper is. */
    paper: z.strictObject({ by, on: DayText, picture: hash.optional() }).optional(),
    /** What they had opened of the edition before, of the sections there are to read, and when. Older entries have none. */
    read: z.strictObject({ opened: count, of: count, first: instant.optional(), last: instant.optional() }).optional(),
    /** Whether the name is the one on the school's record, or another that they stood by when they were asked. */
    named: z.enum(['alike', 'otherwise']).optional(),
    /** Hidden: `name`, as typed or printed; `account`, as platform:id; `known`, as the school's record had them. */
  }),
  /** A signature by mistake, such as on somebody else's phone. `entry` is the id of the signed entry. Hidden: `reason`. */
  z.strictObject({ kind: z.literal('withdrawn'), ...edition, person: id, entry: id, by }),
  /** Hidden: `reason`, where one was given. */
  z.strictObject({ kind: z.literal('declined'), ...edition, person: id }),
  /** Before signing, something for SLT to answer. Hidden: `words`. */
  z.strictObject({ kind: z.literal('raised'), ...edition, person: id, what: z.enum(['question', 'concern']) }),
  /** Hidden: `reason`. Until that day inclusive, or for good. */
  z.strictObject({ kind: z.literal('excused'), policy: id, person: id, by, until: DayText.optional() }),
  z.strictObject({ kind: z.literal('excuse-ended'), policy: id, person: id, by }),
  /** Whether everybody signs a new edition again. Without a mark they do. */
  z.strictObject({
    kind: z.literal('edition-marked'),
    ...edition,
    change: z.enum(['material', 'editorial']),
    by,
    /** By somebody invented: it counts among practice people, and nowhere else. */
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
    /** Undefined: as the school reminds. */
    rhythm: Rhythm.optional(),
    /** Own working days that everybody has at least. Older entries have none. */
    leastDays: z.int().min(0).max(60).optional(),
  }),
  /** What is left out stays as it was. Hidden: `reason`, why. */
  z.strictObject({
    kind: z.literal('campaign-changed'),
    policy: id,
    campaign: id,
    /** It asks for another edition from now on. */
    edition: id.optional(),
    due: DayText.optional(),
    audience: Audience.optional(),
    rhythm: Rhythm.optional(),
    by,
  }),
  /** It was closed, and goes on as if it had not been. */
  z.strictObject({ kind: z.literal('campaign-reopened'), policy: id, campaign: id, by }),
  z.strictObject({ kind: z.literal('campaign-paused'), policy: id, campaign: id, by }),
  z.strictObject({ kind: z.literal('campaign-resumed'), policy: id, campaign: id, by }),
  z.strictObject({ kind: z.literal('campaign-closed'), policy: id, campaign: id, by }),
  /**
   * What came of a review. `no-change`: the next one is then, and signatures stand. `new-edition`: `replacement` took
   * its place. `postponed`: until then. Hidden: `reason`, where one was given.
   */
  z.strictObject({
    kind: z.literal('reviewed'),
    ...edition,
    outcome: z.discriminatedUnion('kind', [
      z.strictObject({ kind: z.literal('no-change'), next: DayOrMonthText }),
      z.strictObject({ kind: z.literal('new-edition'), replacement: id }),
      z.strictObject({ kind: z.literal('postponed'), until: DayOrMonthText }),
    ]),
    /** The school's day on which it was recorded. */
    on: DayText,
    by,
    practice: z.boolean(),
  }),
  /**
   * Somebody is kept otherwise in the directory. `into`: they turned out to be that person, whose other name this is.
   * `by` may be a platform, too. Hidden: `row`, all that is kept of them from then on.
   */
  z.strictObject({
    kind: z.literal('directory'),
    person: id,
    what: z.array(z.enum(directoryChanges)).min(1),
    practice: z.boolean(),
    into: id.optional(),
    by,
  }),
  /** From here on the directory is evidence: as many people stood in it, each with an entry that follows. */
  z.strictObject({ kind: z.literal('directory-sealed'), people: z.int().min(0) }),
  /** A list of the school's was brought in. `list` is the SHA-256 of the file. */
  z.strictObject({ kind: z.literal('list-imported'), list: hash, rows: z.int().min(0), changes: z.int().min(0), by }),
  /** A file of the school's own was changed, in the office, a chat or on the command line: its name in the home, and what it was and is, by hash. */
  z.strictObject({
    kind: z.literal('knowledge-changed'),
    file: z.string().min(1).max(300),
    was: hash.optional(),
    is: hash.optional(),
    by,
  }),
  /** What identified somebody was removed; their entries stay. */
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
  /** What identifies, in clear, by field name; kept beside the journal until it is erased. */
  readonly hidden: Readonly<Record<string, string>>
  /** Random, at least 128 bits, as text: keys the hashes of what is hidden. */
  readonly salt: string
}

/** As it stands in the journal for good. */
export interface Entry {
  /** From 1, without a hole. */
  readonly seq: number
  readonly id: string
  readonly at: Date
  readonly fact: Fact
  /** Salted hashes, by field name. */
  readonly hidden: Readonly<Record<string, string>>
  /** Of the entry before; 64 zeros before the first. */
  readonly before: string
  /** SHA-256 over the canonical JSON (RFC 8785) of all the above. */
  readonly hash: string
}

/** The journal's last entry: who knows its hash can tell whether anything before it was changed. */
export interface Head {
  readonly seq: number
  readonly hash: string
}
