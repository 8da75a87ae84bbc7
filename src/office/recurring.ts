// Asking again, in the office: it recurs each year, each term or so many months after signing, and its next round opens after a yes, on another day, or
// not this time.
import { sendsLetters } from '../outbox/letters.ts'
import { stampOf } from '../journal/stamp.ts'
import { dayIn, parseDay } from '../kit/days.ts'
import type { OfficeAnswer, OfficeRequest } from '../ports/office.ts'
import type { RecordDecision } from '../ports/evidence.ts'
import {
  agreeRecurring,
  setRecurring,
  skipRecurring,
  stopRecurring,
  type RecurringOutcome,
} from '../recurring/decide.ts'
import type { Every, NextRound } from '../recurring/next.ts'
import { readDays } from '../recurring/read-days.ts'
import { againIn, type Again } from '../recurring/again.ts'
import { readNext, type ReadingNext } from '../recurring/read-next.ts'
import { monthsField, monthsFix, readMonths } from '../recurring/read-months.ts'
import { readSigned } from '../recurring/read-signed.ts'
import { viewOf } from '../recurring/read-view.ts'
import { sayRecurringRefusal } from '../recurring/words.ts'
import type { SigningFacts } from '../standing/types.ts'
import { recurringPage, type RecurringShown } from './recurring-page.ts'
import { nameOf } from './settings.ts'
import { mattersIn } from './matters.ts'
import type { Insider, World } from './world.ts'

interface Asking {
  readonly insider: Insider
  readonly request: OfficeRequest
  /** How often from now on, where that is decided. */
  readonly every?: Every
}

/** `id` is the campaign's, or that of any document of a bundle. */
export async function openAgainPage(world: World, id: string, { fields }: OfficeRequest): Promise<OfficeAnswer> {
  const again = await find(world, id)
  return again === undefined ? { kind: 'missing' } : show(world, again, { done: fields['done'], fields: {} })
}

export async function actOnRecurring(world: World, id: string, asking: Asking): Promise<OfficeAnswer> {
  const again = await find(world, id)
  if (again === undefined) return { kind: 'missing' }
  const { fields } = asking.request
  const after = parseDay(fields['after'] ?? '')
  switch (fields['do']) {
    case 'year':
    case 'term': {
      const every = fields['do']
      return decide(world, again, asking, (facts, about) => setRecurring(facts, { ...about, every }))
    }
    case 'months': {
      const months = readMonths(fields[monthsField.id] ?? '')
      if (months === undefined) return show(world, again, { problem: [monthsFix], fields })
      const every = { every: 'months', months } as const
      return decide(world, again, { ...asking, every }, (facts, about) => setRecurring(facts, { ...about, ...every }))
    }
    case 'stop':
      return decide(world, again, asking, stopRecurring)
    case 'look':
      return look(world, again, fields)
    case 'skip':
      if (after === undefined) return { kind: 'missing' }
      return decide(world, again, asking, (facts, about) => skipRecurring(facts, { ...about, after }))
    case 'agree': {
      const [opens, due] = [parseDay(fields['opens'] ?? ''), parseDay(fields['due'] ?? '')]
      if (after === undefined || opens === undefined || due === undefined) return { kind: 'missing' }
      return decide(world, again, asking, (facts, about) => agreeRecurring(facts, { ...about, after, opens, due }))
    }
    default:
      return { kind: 'missing' }
  }
}

/** What it would do on other days. */
async function look(world: World, again: Again, fields: OfficeRequest['fields']): Promise<OfficeAnswer> {
  const now = await readNext(readingIn(world), again)
  const read = readDays(fields, 'opens' in now ? now : undefined)
  if (read.kind === 'wrong') return show(world, again, { problem: Object.values(read.errors), fields })
  return show(world, again, { days: read.days, fields })
}

type Deciding = (facts: SigningFacts, about: Parameters<typeof stopRecurring>[1]) => RecordDecision<RecurringOutcome>

async function decide(
  world: World,
  again: Again,
  { insider, every, request: { fields } }: Asking,
  deciding: Deciding,
): Promise<OfficeAnswer> {
  const { id: campaign, policy } = again.campaign
  const library = world.library()
  const { calendar, zone } = library.school
  const stamp = stampOf(world.ports)
  const seen = { ports: world.ports, library, today: dayIn(zone, stamp.at) }
  const signed = await readSigned(seen, again, every ?? again.campaign.recurs)
  const about = { campaign, calendar, signed, by: insider.by, stamp }
  const outcome = await world.ports.journal.record({ policy }, (facts) => deciding(facts, about))
  if (outcome.kind === 'done') return { kind: 'go', to: `${pathOf(again)}?done=saved` }
  const by = outcome.kind === 'agreed-before' ? await nameOf(world, outcome.by) : undefined
  const now = (await find(world, campaign)) ?? again
  return show(world, now, { problem: [sayRecurringRefusal(outcome, by), 'Nothing was changed.'], fields })
}

type Shown = Pick<RecurringShown, 'problem' | 'fields' | 'done'> & { readonly days?: NextRound }

async function show(world: World, again: Again, { days, ...shown }: Shown): Promise<OfficeAnswer> {
  return recurringPage({ ...(await viewOf(readingIn(world), again, days)), ...shown, to: pathOf(again) })
}

/** The office is about the real school. */
async function find(world: World, id: string): Promise<Again | undefined> {
  const campaigns = (await world.ports.journal.campaigns()).filter(({ practice }) => !practice)
  const matters = mattersIn(world)
  const titleOf = (id: string) => matters.find(({ policy }) => policy.id === id)?.edition.title ?? id
  const all = againIn(campaigns, titleOf)
  return all.find(({ campaign, round }) => campaign.id === id || round?.parts.some((part) => part.id === id))
}

function readingIn({ ports, library }: World): ReadingNext {
  return { ports, library: library(), letters: sendsLetters(ports), now: ports.clock() }
}

function pathOf({ campaign }: Again): string {
  return `/office/campaigns/${encodeURIComponent(campaign.id)}/again`
}
