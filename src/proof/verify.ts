// Checks the whole journal and everything that belongs to it, in one pass, and names the first entry that does not
// hold.
import type { Journal, KeptEntry, Register } from '../ports/evidence.ts'
import { checkCampaigns, type CampaignCheck } from './asked.ts'
import { breach, walkChain, type Broken, type Chain } from '../journal/chain.ts'
import { checkProofs, type Proofs } from './proofs.ts'
import type { Head } from '../journal/types.ts'
import { checkDirectory, type DirectoryCheck } from './directory.ts'
import { checkStandings, type Fold, type StandingCheck } from './standings.ts'
import { checkTimes, type TimeCheck } from '../journal/times.ts'

export interface Evidence {
  readonly journal: Pick<
    Journal,
    'kept' | 'head' | 'wording' | 'historyOf' | 'historiesOf' | 'campaigns' | 'directory' | 'toldOf'
  >
  readonly register: Pick<Register, 'page'>
}

export interface Checking {
  /** What somebody's history with a policy gives. */
  readonly fold: Fold
  /** A head that was published earlier: the journal must still contain it. */
  readonly known?: Head
  /**
   * The instant of the check: no entry may be later than this, and times may not run back. Without it, times are not
   * checked.
   */
  readonly now?: Date
  /** How many entries are read at once. */
  readonly batch?: number
  /** Called now and then with how many entries are checked. */
  readonly tell?: (checked: number, of: number) => void
}

/** Entries between two calls. */
const between = 10_000

const usualBatch = 500

export type Verified =
  | {
      readonly kind: 'holds'
      readonly entries: number
      readonly signatures: number
      /** The number of entries whose name, account or reason was erased; everything else in them holds. */
      readonly erased: number
      readonly head: Head
    }
  | Broken

/** Time grows with the journal; memory does not. */
export async function verify(evidence: Evidence, checking: Checking): Promise<Verified> {
  const walked = await verifyEntries(evidence.journal, checking)
  if (walked.kind === 'broken') return walked
  const { standings, merged, ...holds } = walked
  const broken = await standings.end(evidence, { merged, batch: checking.batch ?? usualBatch })
  return broken ?? holds
}

type Walked = Exclude<Verified, Broken> & {
  readonly standings: StandingCheck
  readonly merged: ReadonlySet<string>
}

async function verifyEntries(
  journal: Evidence['journal'],
  { fold, known, now, batch = usualBatch, tell }: Checking,
): Promise<Walked | Broken> {
  const head = await journal.head()
  if (known !== undefined && known.seq > head.seq) return breach(head.seq + 1, 'cut-off')
  const walk: Walk = {
    chain: walkChain(head),
    proofs: checkProofs(journal),
    campaigns: checkCampaigns(journal),
    directory: checkDirectory(journal, batch),
    standings: checkStandings(fold),
    times: checkTimes(now),
    known,
  }
  let signatures = 0
  for await (const page of readAll(journal, { head, batch })) {
    if (typeof page === 'number') return breach(page, 'unreadable')
    await walk.proofs.prepare(page)
    for (const kept of page) {
      const broken = judge(kept, walk)
      if (broken !== undefined) return broken
      if (kept.entry.fact.kind === 'signed') signatures += 1
      if (kept.entry.seq % between === 0) tell?.(kept.entry.seq, head.seq)
    }
  }
  const broken = await endOf(journal, walk, { head, batch })
  if (broken !== undefined) return broken
  const { standings, proofs, directory } = walk
  const { merged } = directory
  return { kind: 'holds', entries: head.seq, signatures, erased: proofs.erased, head, standings, merged }
}

interface Walk {
  readonly chain: Chain
  readonly proofs: Proofs
  readonly campaigns: CampaignCheck
  readonly directory: DirectoryCheck
  readonly standings: StandingCheck
  readonly times: TimeCheck
  readonly known: Head | undefined
}

/** Campaigns opened or closed since the head was read are left for the next check. */
async function endOfCampaigns(
  journal: Evidence['journal'],
  { campaigns }: Walk,
  head: Head,
): Promise<Broken | undefined> {
  const broken = await campaigns.end()
  return broken !== undefined && (await journal.head()).seq === head.seq ? broken : undefined
}

/** After the last entry: the end of the chain, the times, and the data that belongs to it. */
async function endOf(
  journal: Evidence['journal'],
  walk: Walk,
  reading: { readonly head: Head; readonly batch: number },
): Promise<Broken | undefined> {
  const { chain, times, proofs } = walk
  return (
    chain.end() ??
    times.end() ??
    (await proofs.end()) ??
    (await endOfCampaigns(journal, walk, reading.head)) ??
    (await endOfDirectory(journal, walk, reading))
  )
}

/** People who came since the head was read are also left for the next check. */
async function endOfDirectory(
  journal: Evidence['journal'],
  { directory }: Walk,
  { head, batch }: { readonly head: Head; readonly batch: number },
): Promise<Broken | undefined> {
  const broken = await directory.end()
  if (broken === undefined || (await journal.head()).seq !== head.seq) return undefined
  if (broken.kind === 'broken') return broken
  for await (const page of readAll(journal, { head, batch })) {
    if (typeof page === 'number') continue
    const gone = page.find(({ entry: { fact } }) => fact.kind === 'directory' && !broken.there.has(fact.person))
    if (gone !== undefined) return breach(gone.entry.seq, 'person')
  }
  return undefined
}

function judge(
  kept: KeptEntry,
  { chain, proofs, campaigns, directory, standings, times, known }: Walk,
): Broken | undefined {
  const { entry, text } = kept
  const broken = chain.take(entry, text) ?? proofs.take(kept)
  campaigns.take(entry)
  directory.take(kept)
  standings.take(entry)
  times.take(entry)
  if (broken !== undefined) return broken
  return entry.seq === known?.seq && entry.hash !== known.hash ? breach(entry.seq, 'replaced') : undefined
}

/** Below the number of any entry. */
const bottom = -(2 ** 31)

/** Every entry in order, many at a time. For an entry that cannot be read, its number, and then nothing more. */
async function* readAll(
  journal: Pick<Journal, 'kept' | 'head'>,
  { head, batch }: { readonly head: Head; readonly batch: number },
): AsyncGenerator<readonly KeptEntry[] | number> {
  let after = bottom
  for (;;) {
    const some = await readSome(journal, after, batch)
    if (some === 'unreadable') yield Math.max(after, 0) + 1
    const last = some === 'unreadable' ? undefined : some.at(-1)
    if (some === 'unreadable' || last === undefined) return
    const beyond = some.findIndex(({ entry }) => entry.seq > head.seq)
    const next = some[beyond]?.entry.seq
    // Entries that the bot added since the head was read are left for the next check.
    if (next !== undefined && (await journal.head()).seq >= next) {
      yield some.slice(0, beyond)
      return
    }
    yield some
    after = last.entry.seq
  }
}

async function readSome(
  journal: Pick<Journal, 'kept' | 'head'>,
  after: number,
  most: number,
): Promise<readonly KeptEntry[] | 'unreadable'> {
  try {
    return await journal.kept(after, most)
  } catch {
    // One of these entries cannot be read, but those before it can. Throws where none can.
    await journal.head()
    return most === 1 ? 'unreadable' : readSome(journal, after, 1)
  }
}
