// Asking again, as a conversation: SLT says that something recurs, sees what the next round will do, and says yes, another
// day, not this time, or that it ends.
import type { ActionOf } from '../chat/actions.ts'
import { nothingSent } from '../chat/forms.ts'
import type { Opening } from '../chat/opening.ts'
import type { Person } from '../chat/people.ts'
import { privately, type Reply } from '../chat/replies.ts'
import { staleCard } from '../chat/wording.ts'
import { parseDay } from '../kit/days.ts'
import type { RecordDecision } from '../ports/evidence.ts'
import type { SigningFacts } from '../standing/types.ts'
import { byNow, permitAny, quietly } from '../turn/permit.ts'
import type { Turn } from '../turn/turn.ts'
import type { recurringActions } from './actions.ts'
import { showAllRecurring, showDaysForm, showMonthsForm, showRecurring } from './cards.ts'
import { agreeRecurring, setRecurring, skipRecurring, stopRecurring, type RecurringOutcome } from './decide.ts'
import type { Every, NextRound } from './next.ts'
import { readDays } from './read-days.ts'
import { monthsField, monthsFix, readMonths } from './read-months.ts'
import { readSigned } from './read-signed.ts'
import { againIn, type Again } from './again.ts'
import { readingIn, readNext } from './read-next.ts'
import { viewOf } from './read-view.ts'
import { sayEvery, sayRecurring, sayRecurringRefusal } from './words.ts'

type Fields = Readonly<Record<string, string>>
type Does<K extends string> = ActionOf<typeof recurringActions, K>

/** What recurs of a policy, or of all; one alone is shown at once. */
export async function openAllRecurring(turn: Turn, { policy }: Opening): Promise<Reply[]> {
  const permitted = await permitAny(turn, 'run-campaign')
  if (permitted.kind === 'refused') return permitted.replies
  const { by } = permitted
  const all = (await allAgain(turn, by)).filter(({ campaign }) => policy === undefined || campaign.policy === policy)
  const [only] = all
  if (only !== undefined && all.length === 1) return [await reply(turn, only)]
  const lines = await Promise.all(
    all.map(async (again) => {
      const next = await readNext(readingIn(turn), again)
      const agreed = again.campaign.recurs?.agreed && { by: 'somebody' }
      return { again, state: sayRecurring(again.campaign.recurs, next, agreed) }
    }),
  )
  return [quietly(turn, showAllRecurring(lines, by.practice))]
}

export async function openRecurring(turn: Turn, { campaign }: Does<'recurring'>): Promise<Reply[]> {
  if (campaign === undefined) return openAllRecurring(turn, {})
  const permitted = await permitOne(turn, campaign)
  return permitted.kind === 'refused' ? permitted.replies : [await reply(turn, permitted.again)]
}

export function hearSet(turn: Turn, { campaign, every }: Does<'set-recurring'>): Promise<Reply[]> {
  return begin(turn, campaign, { every })
}

export async function askMonths(turn: Turn, { campaign }: Does<'ask-months'>): Promise<Reply[]> {
  const permitted = await permitOne(turn, campaign)
  if (permitted.kind === 'refused') return permitted.replies
  return [quietly(turn, showMonthsForm(permitted.again, nothingSent))]
}

export async function hearSetMonths(turn: Turn, { campaign }: Does<'set-months'>, fields: Fields): Promise<Reply[]> {
  const months = readMonths(fields[monthsField.id] ?? '')
  if (months !== undefined) return begin(turn, campaign, { every: 'months', months })
  const permitted = await permitOne(turn, campaign)
  if (permitted.kind === 'refused') return permitted.replies
  return [quietly(turn, showMonthsForm(permitted.again, { fields, errors: { [monthsField.id]: monthsFix } }))]
}

function begin(turn: Turn, campaign: string, every: Every): Promise<Reply[]> {
  const done = `It is asked for again ${sayEvery(every)}. Two working weeks before, you are shown what it will do.`
  return decide(turn, campaign, { done, every }, (facts, about) => setRecurring(facts, { ...about, ...every }))
}

export function hearStop(turn: Turn, { campaign }: Does<'stop-recurring'>): Promise<Reply[]> {
  return decide(
    turn,
    campaign,
    { done: 'It is not asked for again. What is open goes on, and what was signed stays.' },
    stopRecurring,
  )
}

export async function hearAgree(turn: Turn, action: Does<'agree-recurring'>): Promise<Reply[]> {
  const [after, opens, due] = [parseDay(action.after), parseDay(action.opens), parseDay(action.due)]
  if (after === undefined || opens === undefined || due === undefined) return [privately(staleCard())]
  return decide(turn, action.campaign, { done: 'Agreed. It opens by itself on that day, and until then it can be changed.' }, (facts, about) =>
    agreeRecurring(facts, { ...about, after, opens, due }),
  ) // prettier-ignore
}

export async function hearSkip(turn: Turn, { campaign, after: day }: Does<'skip-recurring'>): Promise<Reply[]> {
  const after = parseDay(day)
  if (after === undefined) return [privately(staleCard())]
  return decide(turn, campaign, { done: 'Not this time. You are asked again before the next one.' }, (facts, about) =>
    skipRecurring(facts, { ...about, after }),
  )
}

export async function askDays(turn: Turn, { campaign, after }: Does<'other-days'>): Promise<Reply[]> {
  const permitted = await permitOne(turn, campaign)
  if (permitted.kind === 'refused') return permitted.replies
  const { again } = permitted
  if (again.campaign.recurs?.after !== after) return [await reply(turn, again, { done: otherRound })]
  return [quietly(turn, showDaysForm({ again, next: await readNext(readingIn(turn), again) }, nothingSent))]
}

export async function hearDays(turn: Turn, { campaign, after }: Does<'show-days'>, fields: Fields): Promise<Reply[]> {
  const permitted = await permitOne(turn, campaign)
  if (permitted.kind === 'refused') return permitted.replies
  const { again } = permitted
  if (again.campaign.recurs?.after !== after) return [await reply(turn, again, { done: otherRound })]
  const next = await readNext(readingIn(turn), again)
  const wrong = (errors: Fields) => [quietly(turn, showDaysForm({ again, next }, { fields, errors }))]
  const now = 'opens' in next ? next : undefined
  const read = readDays(fields, now)
  if (read.kind === 'wrong') return wrong(read.errors)
  if (read.days.due < turn.desk.shelf.today) return wrong({ due: 'That day has passed. Choose today or a later one.' })
  return [await reply(turn, again, { days: read.days })]
}

const otherRound = 'That was about an earlier round. This is how it stands now.'

type Deciding = (
  facts: SigningFacts,
  about: Omit<Parameters<typeof stopRecurring>[1], never>,
) => RecordDecision<RecurringOutcome>

interface Doing {
  readonly done: string
  /** How often from now on, where that is decided. */
  readonly every?: Every
}

async function decide(turn: Turn, id: string, { done, every }: Doing, deciding: Deciding): Promise<Reply[]> {
  const permitted = await permitOne(turn, id)
  if (permitted.kind === 'refused') return permitted.replies
  const { again, by } = permitted
  const { ports, library, desk } = turn
  const signed = await readSigned({ ports, library, today: desk.shelf.today }, again, every ?? again.campaign.recurs)
  const about = { campaign: id, calendar: library.school.calendar, signed, ...byNow(turn, by) }
  const outcome = await turn.ports.journal.record({ policy: again.campaign.policy }, (facts) => deciding(facts, about))
  const said = outcome.kind === 'done' ? done : await sayRefusal(turn, outcome)
  const now = (await allAgain(turn, by)).find(({ campaign }) => campaign.id === id)
  return [now === undefined ? quietly(turn, showAllRecurring([], by.practice)) : await reply(turn, now, { done: said })]
}

async function sayRefusal({ ports }: Turn, outcome: Exclude<RecurringOutcome, { kind: 'done' }>): Promise<string> {
  if (outcome.kind !== 'agreed-before') return `${sayRecurringRefusal(outcome)} Nothing was changed.`
  return sayRecurringRefusal(outcome, (await ports.people.byId(outcome.by))?.name)
}

async function reply(
  turn: Turn,
  again: Again,
  { done, days }: { readonly done?: string; readonly days?: NextRound } = {},
): Promise<Reply> {
  return quietly(turn, showRecurring({ ...(await viewOf(readingIn(turn), again, days)), done }))
}

type Permitted =
  | { readonly kind: 'may'; readonly by: Person; readonly again: Again }
  | Extract<Awaited<ReturnType<typeof permitAny>>, { kind: 'refused' }>

async function permitOne(turn: Turn, id: string): Promise<Permitted> {
  const permitted = await permitAny(turn, 'run-campaign')
  if (permitted.kind === 'refused') return permitted
  const again = (await allAgain(turn, permitted.by)).find(({ campaign }) => campaign.id === id)
  return again === undefined ? { kind: 'refused', replies: [privately(staleCard())] } : { ...permitted, again }
}

/** Of their own world. */
async function allAgain({ ports, desk }: Turn, { practice }: Person): Promise<readonly Again[]> {
  const campaigns = (await ports.journal.campaigns()).filter((each) => each.practice === practice)
  return againIn(campaigns, (policy) => desk.shelf.edition(policy)?.title ?? policy)
}
