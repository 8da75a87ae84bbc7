// Looks whether somebody has signed everything that a bundle's round asks of them, and has it recorded once.
import type { Person } from '../chat/people.ts'
import { stampOf } from '../journal/stamp.ts'
import type { FactOf } from '../journal/types.ts'
import type { Ports } from '../ports/ports.ts'
import { foldInvolvement } from '../standing/fold.ts'
import { roundsOf, type Round } from '../standing/rounds.ts'
import { standingIn, type Matter } from '../turn/matter.ts'
import { recordBundle, wholeOf, type Stood, type Whole } from './bundle-signed.ts'

export interface BundleFound {
  readonly entry: string
  /** Whether it was recorded just now. */
  readonly fresh: boolean
}

export interface BundlesAsked {
  readonly person: Person
  /** All policies that can be signed today. */
  readonly matters: readonly Matter[]
  readonly zone: string
  readonly now: Date
}

type Keeping = Pick<Ports, 'newId'> & {
  readonly journal: Pick<Ports['journal'], 'campaigns' | 'factsOf' | 'record'>
}

/**
 * For each open round that somebody has signed whole, the entry that says so. Where the program ended between the last
 * signature and this, or somebody else recorded a paper, it is made up for the next time that it is asked for.
 */
export async function recordBundles(ports: Keeping, asked: BundlesAsked): Promise<readonly BundleFound[]> {
  const found: BundleFound[] = []
  for (const round of roundsOf(await ports.journal.campaigns())) {
    const whole = await readWhole(ports, round, asked)
    if (whole === undefined) continue
    const stamp = stampOf({ clock: () => asked.now, newId: ports.newId })
    const about = { policy: whole.policy, person: asked.person.id }
    const outcome = await ports.journal.record(about, (facts) =>
      recordBundle(facts, { whole, zone: asked.zone, stamp }),
    )
    if (outcome.kind !== 'no-longer') found.push({ entry: outcome.entry, fresh: outcome.kind === 'recorded' })
  }
  return found
}

async function readWhole(
  { journal }: Keeping,
  round: Round,
  { person, matters }: BundlesAsked,
): Promise<Whole | undefined> {
  if (round.practice !== person.practice) return undefined
  const stood: Stood[] = []
  for (const { policy } of round.parts) {
    const matter = matters.find((each) => each.policy.id === policy)
    if (matter === undefined) continue
    const facts = await journal.factsOf({ policy, person: person.id })
    const signed = foldInvolvement(facts.history, undefined).signed?.entry
    stood.push({ policy, standing: standingIn(matter, person, facts), signed })
  }
  const today = matters[0]?.asOf.today
  return today === undefined ? undefined : wholeOf(person, round, { stood, today })
}

/** Every round that somebody has signed whole, the latest entry of each, also of rounds that are closed by now. */
export async function bundlesOf(
  { journal }: { readonly journal: Pick<Ports['journal'], 'historyOf'> },
  person: string,
): Promise<ReadonlyMap<string, { readonly entry: string; readonly fact: FactOf<'bundle-signed'> }>> {
  const latest = new Map<string, { readonly entry: string; readonly fact: FactOf<'bundle-signed'> }>()
  for (const { id: entry, fact } of await journal.historyOf(person))
    if (fact.kind === 'bundle-signed') latest.set(fact.round.id, { entry, fact })
  return latest
}
