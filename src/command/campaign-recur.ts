// `campaign recur|agree|skip ID`: what is asked for again each year, each term or so many months after signing, a yes to its next round, and not this time.
import { stampOf } from '../journal/stamp.ts'
import { dayIn, sayDay, type Day } from '../kit/days.ts'
import {
  agreeRecurring,
  setRecurring,
  skipRecurring,
  stopRecurring,
  type RecurringOutcome,
} from '../recurring/decide.ts'
import type { Every } from '../recurring/next.ts'
import { monthsFix, readMonths } from '../recurring/read-months.ts'
import { readSigned } from '../recurring/read-signed.ts'
import { againIn, type Again } from '../recurring/again.ts'
import { readNext, type NextShown } from '../recurring/read-next.ts'
import { readDays } from '../recurring/read-days.ts'
import { sayRecurring, sayRecurringRefusal } from '../recurring/words.ts'
import type { RecordDecision } from '../ports/evidence.ts'
import type { SigningFacts } from '../standing/types.ts'
import type { OpenStore } from '../../adapters/store/store.ts'
import { agreed } from './agreed.ts'
import { misused, refused } from './asked.ts'
import { type CommandContext, status } from './context.ts'
import { withHome } from './open-home.ts'

interface Recurring {
  readonly verb: 'recur' | 'agree' | 'skip'
  /** Of a campaign, or of a round of a bundle. */
  readonly id: string
  readonly at: Date
  readonly each?: string | undefined
  readonly months?: string | undefined
  readonly opens?: string | undefined
  readonly due?: string | undefined
  readonly yes: boolean
  readonly json: boolean
  readonly usage: string
}

export async function recurAsked(context: CommandContext, asked: Recurring): Promise<number> {
  const { verb, id, json } = asked
  const often = readOften(asked)
  if (verb === 'recur' && often.kind === 'wrong') return misused(context, often.what)
  return withHome(context, async (home) => {
    const again = await find(context, home, id)
    if (again === undefined)
      return refused(context, json, { outcome: 'no-such-campaign', what: `There is no open campaign “${id}”.` })
    if (often.kind === 'often' && verb === 'recur') return set(context, { home, again, asked }, often.every)
    const after = again.campaign.recurs?.after
    if (after === undefined)
      return refused(context, json, { outcome: 'not-recurring', what: `${id} is not asked for again.` })
    return verb === 'skip'
      ? skip(context, { home, again, asked }, after)
      : agree(context, { home, again, asked }, after)
  })
}

/** An undefined `every` means never again. */
type Often =
  { readonly kind: 'often'; readonly every: Every | undefined } | { readonly kind: 'wrong'; readonly what: string }

function readOften({ each, months: typed, usage }: Recurring): Often {
  if (typed === undefined) {
    if (each === 'year' || each === 'term') return { kind: 'often', every: { every: each } }
    return each === 'never' ? { kind: 'often', every: undefined } : { kind: 'wrong', what: usage }
  }
  const months = readMonths(typed)
  if (each !== undefined) return { kind: 'wrong', what: usage }
  return months === undefined
    ? { kind: 'wrong', what: `--months ${typed} is no number of months. ${monthsFix}` }
    : { kind: 'often', every: { every: 'months', months } }
}

interface Working {
  readonly home: OpenStore
  readonly again: Again
  readonly asked: Recurring
  /** How often from now on, where that is decided. */
  readonly every?: Every | undefined
}

function set(context: CommandContext, working: Working, every: Every | undefined): Promise<number> {
  return decide(context, { ...working, every }, (facts, about) =>
    every === undefined ? stopRecurring(facts, about) : setRecurring(facts, { ...about, ...every }),
  )
}

function skip(context: CommandContext, working: Working, after: Day): Promise<number> {
  return decide(context, working, (facts, about) => skipRecurring(facts, { ...about, after }))
}

/** What it will do is shown first, and what is doubtful is asked about. */
async function agree(context: CommandContext, working: Working, after: Day): Promise<number> {
  const { home, again, asked } = working
  const { opens, due, json, yes } = asked
  const seen = await readingOf(context, home)
  const now = await readNext(seen, again)
  const read = readDays({ opens: opens ?? '', due: due ?? '' }, 'opens' in now ? now : undefined)
  if (read.kind === 'wrong') return misused(context, Object.values(read.errors).join(' '))
  const { days } = read
  const next = await readNext(seen, again, days)
  if (next.kind === 'problem') return refused(context, json, { outcome: next.kind, what: next.what })
  const goes = await confirmed(context, next, { yes, json })
  if (goes !== true) return goes
  return decide(context, working, (facts, about) => agreeRecurring(facts, { ...about, after, ...days }))
}

/** True where it may be agreed; otherwise the exit status. */
async function confirmed(
  context: CommandContext,
  next: NextShown,
  { yes, json }: Pick<Recurring, 'yes' | 'json'>,
): Promise<true | number> {
  if (yes || next.kind !== 'round') return true
  const doubts = next.doubts.map(({ what }) => what)
  if (context.interactive && !json) {
    for (const line of [...doubts, next.line, ...next.items]) context.out(line)
    return (await agreed(context, { yes, json, question: `Open it by itself on ${sayDay(next.opens)}?` })) || status.no
  }
  if (doubts.length === 0) return true
  return refused(context, json, { outcome: 'doubtful', what: `${doubts.join(' ')} Say --yes all the same.` })
}

type Deciding = (facts: SigningFacts, about: Parameters<typeof stopRecurring>[1]) => RecordDecision<RecurringOutcome>

async function decide(
  context: CommandContext,
  { home, again, asked, every }: Working,
  deciding: Deciding,
): Promise<number> {
  const { at, json } = asked
  const library = await context.library()
  const { calendar, zone } = library.school
  const { id: campaign, policy } = again.campaign
  const stamp = stampOf({ clock: () => at, newId: context.newId })
  const seen = { ports: home, library, today: dayIn(zone, at) }
  const signed = await readSigned(seen, again, every ?? again.campaign.recurs)
  const about = { campaign, calendar, signed, by: 'operator', stamp }
  const outcome = await home.journal.record({ policy }, (facts) => deciding(facts, about))
  if (outcome.kind !== 'done')
    return refused(context, json, { outcome: outcome.kind, what: sayRecurringRefusal(outcome) })
  const { recurs } = outcome
  const next = await readNext(await readingOf(context, home), { ...again, campaign: outcome.campaign })
  const by = recurs?.agreed && { by: 'whoever looks after Policy Guide' }
  if (json) context.out(JSON.stringify({ outcome: 'done', campaign: outcome.campaign }))
  else context.out(`${again.title}: ${sayRecurring(recurs, next, by)}`)
  return status.done
}

/** Of both worlds: the real one and practice. */
async function find(context: CommandContext, { journal }: OpenStore, id: string): Promise<Again | undefined> {
  const { policies } = await context.library()
  const titleOf = (policy: string) => policies.find((each) => each.id === policy)?.title ?? policy
  const all = againIn(await journal.campaigns(), titleOf)
  return all.find(({ campaign, round }) => campaign.id === id || round?.id === id)
}

async function readingOf(context: CommandContext, home: OpenStore) {
  const { mail, publicUrl } = context.config
  const library = await context.library()
  return { ports: home, library, now: context.clock(), letters: mail !== undefined && publicUrl !== undefined }
}
