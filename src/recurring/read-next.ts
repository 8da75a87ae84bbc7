// Reads what the next round of something would do, as if its day had come: whom it asks, on which days it writes, and what
// looks doubtful.
import { sendsLetters } from '../outbox/letters.ts'
import { readParts } from '../bundle/read-parts.ts'
import { readRoundPreview } from '../bundle/read-round-preview.ts'
import { sayRoundPreview } from '../bundle/preview.ts'
import { sayPreview, type CampaignDoubt } from '../campaign/preview.ts'
import { readPreview } from '../campaign/read-preview.ts'
import type { Recurring } from '../journal/types.ts'
import { dayIn, instantAt, sayDay } from '../kit/days.ts'
import type { Ports } from '../ports/ports.ts'
import { sayEdition } from '../policy/cite.ts'
import { sayAudience } from '../standing/audience.ts'
import type { Campaign } from '../standing/campaigns.ts'
import type { Round } from '../standing/rounds.ts'
import { mattersOn } from '../turn/matter.ts'
import type { Library } from '../turn/library.ts'
import type { Turn } from '../turn/turn.ts'
import type { Again } from './again.ts'
import { nextRound, sinceDay, type NextRound } from './next.ts'
import { readSigned } from './read-signed.ts'

export interface ReadingNext {
  readonly ports: Pick<Ports, 'journal' | 'register' | 'people'>
  readonly library: Library
  /** Whether somebody with an address and no account is written to. */
  readonly letters: boolean
  readonly now: Date
}

export function readingIn({ ports, library, now }: Pick<Turn, 'ports' | 'library' | 'now'>): ReadingNext {
  return { ports, library, now, letters: sendsLetters(ports) }
}

export type NextShown =
  /** It does not recur. */
  | { readonly kind: 'never' }
  /** No later term is known. */
  | { readonly kind: 'no-terms' }
  /** Its months are counted from signatures, and there are none. */
  | { readonly kind: 'no-signatures' }
  | ({ readonly kind: 'problem'; readonly what: string } & NextRound)
  | ({
      readonly kind: 'round'
      /** What it asks, in a sentence. */
      readonly line: string
      readonly doubts: readonly CampaignDoubt[]
      /** What it will do, one sentence each. */
      readonly items: readonly string[]
    } & NextRound)

/** `days` are other days than those that its rhythm gives. */
export async function readNext(seen: ReadingNext, again: Again, days?: NextRound): Promise<NextShown> {
  const { campaign, round } = again
  if (campaign.recurs === undefined) return { kind: 'never' }
  const { recurs } = campaign
  const next = days ?? recurs.agreed ?? (await roundNext(seen, again, recurs))
  if (next === undefined) return { kind: recurs.every === 'months' ? 'no-signatures' : 'no-terms' }
  return round === undefined ? ofCampaign(seen, campaign, next) : ofRound(seen, { campaign, round }, next)
}

async function roundNext(seen: ReadingNext, again: Again, recurs: Recurring): Promise<NextRound | undefined> {
  const { calendar, zone } = seen.library.school
  const today = dayIn(zone, seen.now)
  const signed = await readSigned({ ...seen, today }, again, recurs)
  return nextRound(again.campaign, recurs, { calendar, signed, today })
}

async function ofCampaign(seen: ReadingNext, campaign: Campaign, { opens, due }: NextRound): Promise<NextShown> {
  const matter = mattersOn(seen.library, opens).find(({ policy }) => policy.id === campaign.policy)
  if (matter === undefined) return { kind: 'problem', opens, due, what: 'There is nothing to sign in it any more.' }
  const { audience } = campaign
  const preview = await readPreview(seen.ports, { ...frameOf(seen, campaign, { opens, due }), matter, audience })
  return {
    kind: 'round',
    opens,
    due,
    line: `On ${sayDay(opens)} ${sayAudience(audience)}${sayWhose(campaign, { opens, due })} would be asked to sign edition ${sayEdition(matter.edition)} by ${sayDay(due)}. Earlier signatures stay as history.`,
    doubts: preview.doubts,
    items: sayPreview(preview, 'then'),
  }
}

async function ofRound(
  seen: ReadingNext,
  { campaign, round }: { readonly campaign: Campaign; readonly round: Round },
  { opens, due }: NextRound,
): Promise<NextShown> {
  const bundle = seen.library.bundles?.find(({ id }) => id === round.bundle)
  if (bundle === undefined) return { kind: 'problem', opens, due, what: 'The school has removed this bundle.' }
  const read = await readParts(seen.ports, bundle, mattersOn(seen.library, opens))
  if (read.kind === 'problem') return { kind: 'problem', opens, due, what: read.what }
  const preview = await readRoundPreview(seen.ports, {
    ...frameOf(seen, campaign, { opens, due }),
    bundle: read.parts,
  })
  const count = read.parts.parts.length
  return {
    kind: 'round',
    opens,
    due,
    line: `On ${sayDay(opens)} people would be asked for ${count} ${count === 1 ? 'document' : 'documents'} by ${sayDay(due)}, each for what their duties hold${sayWhose(campaign, { opens, due }).replace(/,$/, '')}. Earlier signatures stay as history.`,
    doubts: preview.doubts,
    items: sayRoundPreview(preview, 'then'),
  }
}

/** Whom it leaves out: with months, whoever has signed since. */
function sayWhose({ recurs }: Campaign, next: NextRound): string {
  if (recurs?.every !== 'months') return ''
  return `, except where a signature is from ${sayDay(sinceDay(recurs, next))} or later,`
}

/** As if it were the morning of that day. */
function frameOf({ letters, library }: ReadingNext, { rhythm, practice, recurs }: Campaign, { opens, due }: NextRound) {
  const { calendar, reminders, escalation, zone } = library.school
  return {
    due,
    rhythm: rhythm ?? reminders,
    practice,
    calendar,
    escalation,
    now: instantAt(opens, 0, zone),
    since: instantAt(recurs === undefined ? opens : sinceDay(recurs, { opens, due }), 0, zone),
    letters,
  }
}
