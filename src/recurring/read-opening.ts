// Reads what is needed to open an agreed round today, and gives the decision that opens it.
import { readParts } from '../bundle/read-parts.ts'
import type { Stamp } from '../journal/stamp.ts'
import { dayIn } from '../kit/days.ts'
import type { RecordDecision, RecordSubject } from '../ports/evidence.ts'
import type { SigningFacts } from '../standing/types.ts'
import { mattersOn } from '../turn/matter.ts'
import { openNext, openNextRound, stampsNeeded, type NextOpened, type NextRefusal } from './open-next.ts'
import type { Again } from './again.ts'
import type { ReadingNext } from './read-next.ts'

export type ReadyRound =
  | { readonly kind: 'refused'; readonly why: NextRefusal }
  | {
      readonly kind: 'ready'
      readonly about: RecordSubject
      readonly decide: (facts: Pick<SigningFacts, 'campaigns'>) => RecordDecision<NextOpened>
    }

export async function readOpening(
  { ports, library, now }: ReadingNext,
  { campaign, round }: Again,
  stamps: readonly Stamp[],
): Promise<ReadyRound> {
  const { zone, signing } = library.school
  const opening = { campaign: campaign.id, zone, accepted: signing.acceptRestated, now, stamps }
  const matters = mattersOn(library, dayIn(zone, now))
  if (round === undefined) {
    const matter = matters.find(({ policy }) => policy.id === campaign.policy)
    if (matter === undefined) return { kind: 'refused', why: { kind: 'no-declaration' } }
    const { policy, edition } = matter
    const about = { policy: policy.id }
    return { kind: 'ready', about, decide: (facts) => openNext(facts, { ...opening, policy, edition }) }
  }
  const bundle = library.bundles?.find(({ id }) => id === round.bundle)
  const read = bundle && (await readParts(ports, bundle, matters))
  if (bundle === undefined || read?.kind !== 'parts') return { kind: 'refused', why: { kind: 'nothing' } }
  const { parts } = read.parts
  return { kind: 'ready', about: {}, decide: (facts) => openNextRound(facts, { ...opening, bundle, parts, round }) }
}

/** Why what was agreed has not been opened although its day has come; undefined where nothing is in the way. */
export async function readHindrance(seen: ReadingNext, again: Again): Promise<NextRefusal | undefined> {
  const agreed = again.campaign.recurs?.agreed
  if (agreed === undefined || agreed.opens > dayIn(seen.library.school.zone, seen.now)) return undefined
  // Nothing is recorded, so these stand for real ones.
  const stamp = { id: 'none', at: seen.now, salt: '' }
  const ready = await readOpening(
    seen,
    again,
    Array.from({ length: stampsNeeded }, () => stamp),
  )
  if (ready.kind === 'refused') return ready.why
  const { outcome } = ready.decide({ campaigns: await seen.ports.journal.campaigns(ready.about.policy) })
  return outcome.kind === 'refused' ? outcome.why : undefined
}
