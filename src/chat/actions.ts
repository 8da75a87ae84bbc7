// What a button means. A button carries its whole meaning, so a restart loses nothing and an old card still works.
import { z } from 'zod'
import { groups } from './people.ts'

const id = z.string().min(1).max(80)
const citation = { policy: id, edition: id, section: id }
const answers = z.record(id, id)

/** A person's way through a scenario, as its card carries it: what they chose, and what a draft was seen to hold. */
const way = {
  scenario: id,
  answers,
  /** Detector ids. Never a draft's text. */
  found: z.array(id),
  /** By question, a short hash of the words that were answered; older cards have none, and are asked again. */
  words: z.record(id, id).optional(),
  /** Each question by itself, and no list to tick. */
  oneByOne: z.boolean().optional(),
}

/** A policy's edition, as somebody signs it. */
const edition = { policy: id, edition: id }
/** One person and one policy, as SLT looks at them. */
const about = { policy: id, person: id }
/** What somebody may say before signing. */
export const wordsBefore = ['question', 'concern', 'decline'] as const
/** Of the kinds of standing, those by which the register can be narrowed. */
export const standings = [
  'not-asked',
  'asked',
  'reading',
  'signed',
  'signed-earlier',
  'carried-over',
  'concern-raised',
  'declined',
  'excused',
  'left',
] as const

/** What stands behind the digest’s buttons. */
export const digestParts = ['overdue', 'concerns', 'questions', 'deliveries', 'changes'] as const
const day = z.string().regex(/^\d{4}-\d{2}-\d{2}$/)
/** The parts of a review pack; `short` is its first card. */
export const reviewParts = ['short', 'gaps', 'changed', 'questions'] as const

export const Action = z.discriminatedUnion('do', [
  z.object({ do: z.literal('help') }),
  /** Sent with a form whose field `question` holds the question. */
  z.object({ do: z.literal('ask') }),
  /** Without a policy, all of them to choose from. */
  z.object({ do: z.literal('sections'), policy: id.optional() }),
  z.object({ do: z.literal('read'), ...citation, page: z.number().int().min(0).max(500).optional() }),
  z.object({ do: z.literal('whom'), policy: id }),
  /** `question` is the id of the kept question that the answer belongs to. */
  z.object({ do: z.literal('rate'), question: id, helpful: z.boolean() }),
  /** Shows a section to everybody in the place; `card` is the card that offered it, which shares once. */
  z.object({ do: z.literal('share'), card: id, ...citation }),
  z.object({ do: z.literal('check'), scenario: id }),
  z.object({ do: z.literal('draft'), scenario: id }),
  z.object({ do: z.literal('answer'), ...way, question: id, choice: id }),
  /** Asks a question again; the other answers stay. */
  z.object({ do: z.literal('revisit'), ...way, question: id }),
  /** Shows the check's current step again. Sent with a form where it has `ticks`: the questions whose choices were to tick. */
  z.object({ do: z.literal('resume'), ...way, ticks: z.array(id).optional() }),

  /**
   * Begins to read for signing, or goes on where reading was left, on whatever platform that was. Without a policy, what
   * waits for the person, to choose from where it is several.
   */
  z.object({ do: z.literal('start-reading'), policy: id.optional() }),
  /** Turns to a step of the reading, counted from 0; `read` is the ref of the section that was just finished. */
  z.object({ do: z.literal('turn-page'), ...edition, step: z.number().int().min(0).max(2_000), read: id.optional() }),
  z.object({ do: z.literal('ask-about'), ...edition, section: id }),
  /** Shows the declaration with its form. */
  z.object({ do: z.literal('declaration'), ...edition, read: id.optional() }),
  /**
   * Sent with a form: `name`, and a tick `s0`, `s1` … for each statement. `wording` is the SHA-256 of what was shown;
   * `named` says that the person was asked about their name and stands by it.
   */
  z.object({
    do: z.literal('sign'),
    ...edition,
    wording: z.string().regex(/^[0-9a-f]{64}$/),
    named: z.boolean().optional(),
  }),
  /** Shows the form for saying something before signing, or instead of it. */
  z.object({ do: z.literal('before-signing'), ...edition, what: z.enum(wordsBefore) }),
  /** Sent with a form whose field `words` holds what is said. */
  z.object({ do: z.literal('say-before'), ...edition, what: z.enum(wordsBefore) }),
  z.object({ do: z.literal('receipt'), entry: id }),
  /** On a card that everybody sees: opens the private form for whoever presses it. */
  z.object({ do: z.literal('sign-here'), policy: id }),
  z.object({ do: z.literal('status') }),
  /** On a reminder, with all that it was about: not today. */
  z.object({ do: z.literal('remind-tomorrow'), about: z.array(z.object(edition)).min(1).max(20) }),
  /** On a reminder: it is not for them to sign. */
  z.object({ do: z.literal('not-for-me'), about: z.array(z.object(edition)).min(1).max(20) }),

  /** Without a policy, how all of them stand. */
  z.object({ do: z.literal('register'), policy: id.optional() }),
  /** Sent with a form whose fields `group` and `standing` go before those in here. `after` is a person id. */
  z.object({
    do: z.literal('turn-register'),
    policy: id,
    group: z.enum([...groups, 'none']).optional(),
    standing: z.enum(standings).optional(),
    after: id.optional(),
  }),
  z.object({ do: z.literal('person'), ...about }),
  z.object({ do: z.literal('nudge'), ...about }),
  /** Shows the form for something that SLT does about one person. */
  z.object({ do: z.literal('prepare'), ...about, what: z.enum(['excuse', 'withdraw', 'paper', 'details']) }),
  /** Sent with a form: `reason`, and perhaps `until`. */
  z.object({ do: z.literal('excuse'), ...about }),
  z.object({ do: z.literal('end-excuse'), ...about }),
  /** Sent with a form: `reason`. `entry` is the id of the signature. */
  z.object({ do: z.literal('withdraw'), ...about, entry: id }),
  /** Sent with a form: `name`, `on`, `kept`. */
  z.object({ do: z.literal('sign-paper'), ...about, edition: id }),
  /** Sent with a form: `group`, `roles`, `starts`, `leaves`, `weekdays`. */
  z.object({ do: z.literal('change-person'), ...about }),
  /** Sent with a form: `other`, the email address or the name of somebody who is the same person. */
  z.object({ do: z.literal('join-person'), ...about }),
  z.object({ do: z.literal('new-person'), policy: id }),
  /** Sent with a form: `name`, `email`, `group`, `starts`. */
  z.object({ do: z.literal('add-person'), policy: id }),
  /** Without a policy, how all of them stand. */
  z.object({ do: z.literal('campaigns'), policy: id.optional() }),
  /** Sent with a form: `audience`, `others`, `due`, `remind`. */
  z.object({ do: z.literal('open-campaign'), ...edition }),
  z.object({ do: z.literal('close-campaign'), policy: id, campaign: id }),
  z.object({ do: z.literal('pause-campaign'), policy: id, campaign: id }),
  z.object({ do: z.literal('resume-campaign'), policy: id, campaign: id }),
  /** Says how many would be reminded, and asks whether to. */
  z.object({ do: z.literal('nudge-all'), policy: id }),
  z.object({ do: z.literal('confirm-nudge-all'), ...edition }),
  /** `since`: the first day that it tells of; without it, since the last one that was sent. */
  z.object({ do: z.literal('digest'), since: day.optional() }),
  z.object({ do: z.literal('digest-details'), part: z.enum(digestParts), since: day }),
  z.object({ do: z.literal('mark-edition'), ...edition, change: z.enum(['material', 'editorial']) }),
  /** Without a policy, how the reviews of all of them stand. */
  z.object({ do: z.literal('review'), policy: id.optional() }),
  /** Takes the place of the card that was pressed. */
  z.object({ do: z.literal('review-part'), policy: id, part: z.enum(reviewParts) }),
  /** Shows the form for what came of the review of that edition. */
  z.object({ do: z.literal('prepare-review'), ...edition }),
  /** Sent with a form: `outcome`, `when`, `reason`. */
  z.object({ do: z.literal('record-review'), ...edition }),
])
export type Action = z.infer<typeof Action>

const version = '1'

/** An action as text that any platform can carry in a button. */
export function pack(action: Action): string {
  return version + JSON.stringify(action)
}

/** The action that `packed` carries, or undefined when it is stale, foreign or forged. */
export function unpack(packed: string): Action | undefined {
  if (!packed.startsWith(version) || packed.length > 10_000) return undefined
  let value: unknown
  try {
    value = JSON.parse(packed.slice(version.length))
  } catch {
    return undefined
  }
  const action = Action.safeParse(value)
  return action.success ? action.data : undefined
}
