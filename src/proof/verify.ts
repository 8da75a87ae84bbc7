// Checks the whole journal and everything that belongs to it, in one pass, and names the first entry that does not
// hold.
import { defined } from '../kit/defined.ts'
import type { RegisterLine } from '../standing/totals.ts'
import type { Journal, KeptEntry, Register } from '../ports/evidence.ts'
import { checkCampaigns, type CampaignCheck } from './asked.ts'
import { breach, walkChain, type Broken, type Chain } from '../journal/chain.ts'
import { checkProofs, type Proofs } from './proofs.ts'
import type { Entry, Head } from '../journal/types.ts'
import { checkDirectory, type DirectoryCheck } from './directory.ts'
import { checkTimes, type TimeCheck } from '../journal/times.ts'

export interface Evidence {
  readonly journal: Pick<Journal, 'kept' | 'head' | 'wording' | 'historyOf' | 'historiesOf' | 'campaigns' | 'directory'>
  readonly register: Pick<Register, 'page'>
}

type Involvement = NonNullable<RegisterLine['involvement']>

export interface Checking {
  /** What somebody's history with a policy gives. */
  readonly fold: (history: readonly Entry[], reading: undefined) => Involvement
  /** A head that was published earlier: the journal must still contain it. */
  readonly known?: Head
  /**
   * The instant of the check: no entry may be later than this, and times may not run back. Without it, times are not
   * checked.
   */
  readonly now?: Date
  /** How many entries are read at once. */
  readonly batch?: number
}

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
  const { policies, ...holds } = walked
  for (const policy of policies) {
    const broken = await verifyStandings(evidence, { policy, fold: checking.fold, batch: checking.batch ?? usualBatch })
    if (broken !== undefined) return broken
  }
  return holds
}

type Walked = Exclude<Verified, Broken> & { readonly policies: ReadonlySet<string> }

async function verifyEntries(
  journal: Evidence['journal'],
  { known, now, batch = usualBatch }: Checking,
): Promise<Walked | Broken> {
  const head = await journal.head()
  if (known !== undefined && known.seq > head.seq) return breach(head.seq + 1, 'cut-off')
  const walk: Walk = {
    chain: walkChain(head),
    proofs: checkProofs(journal),
    campaigns: checkCampaigns(journal),
    directory: checkDirectory(journal, batch),
    times: checkTimes(now),
    known,
  }
  const policies = new Set<string>()
  let signatures = 0
  for await (const kept of readAll(journal, { head, batch })) {
    if (typeof kept === 'number') return breach(kept, 'unreadable')
    const broken = await judge(kept, walk)
    if (broken !== undefined) return broken
    const { entry } = kept
    if ('policy' in entry.fact) policies.add(entry.fact.policy)
    if (entry.fact.kind === 'signed') signatures += 1
  }
  const broken = await endOf(journal, walk, { head, batch })
  return broken ?? { kind: 'holds', entries: head.seq, signatures, erased: walk.proofs.erased, head, policies }
}

interface Walk {
  readonly chain: Chain
  readonly proofs: Proofs
  readonly campaigns: CampaignCheck
  readonly directory: DirectoryCheck
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
  for await (const kept of readAll(journal, { head, batch })) {
    if (typeof kept === 'number' || kept.entry.fact.kind !== 'directory') continue
    if (!broken.there.has(kept.entry.fact.person)) return breach(kept.entry.seq, 'person')
  }
  return undefined
}

async function judge(
  kept: KeptEntry,
  { chain, proofs, campaigns, directory, times, known }: Walk,
): Promise<Broken | undefined> {
  const { entry } = kept
  const broken = chain.take(entry) ?? (await proofs.take(kept))
  campaigns.take(entry)
  directory.take(entry)
  times.take(entry)
  if (broken !== undefined) return broken
  return entry.seq === known?.seq && entry.hash !== known.hash ? breach(entry.seq, 'replaced') : undefined
}

/** Below the number of any entry. */
const bottom = -(2 ** 31)

/** Every entry in order. For an entry that cannot be read, its number, and then nothing more. */
async function* readAll(
  journal: Pick<Journal, 'kept' | 'head'>,
  { head, batch }: { readonly head: Head; readonly batch: number },
): AsyncGenerator<KeptEntry | number> {
  let after = bottom
  for (;;) {
    const some = await readSome(journal, after, batch)
    if (some === 'unreadable') yield Math.max(after, 0) + 1
    const last = some === 'unreadable' ? undefined : some.at(-1)
    if (some === 'unreadable' || last === undefined) return
    for (const kept of some) {
      const { seq } = kept.entry
      // Entries that the bot added since the head was read are left for the next check.
      if (seq > head.seq && (await journal.head()).seq >= seq) return
      yield kept
    }
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

interface OfPolicy {
  readonly policy: string
  readonly fold: Checking['fold']
  readonly batch: number
}

/** Everybody's row compared with their history. What they are reading proves nothing, and is left out. */
async function verifyStandings(
  { journal, register }: Evidence,
  { policy, fold, batch }: OfPolicy,
): Promise<Broken | undefined> {
  for (const practice of [false, true]) {
    for (let after: string | undefined; ;) {
      const page = (most: number) => register.page({ policy, practice, most, ...defined({ after }) })
      let lines = await page(batch)
      let before: string | undefined
      for (;;) {
        const found = await firstOtherwise(journal, lines, { policy, fold })
        if (found === undefined) break
        if (found.person === before) return found.broken
        // They may have signed between the two reads.
        before = found.person
        lines = await page(batch)
      }
      if (lines.length < batch) break
      after = lines.at(-1)?.person.id
    }
  }
  return undefined
}

async function firstOtherwise(
  journal: Evidence['journal'],
  lines: readonly RegisterLine[],
  { policy, fold }: Pick<OfPolicy, 'policy' | 'fold'>,
): Promise<{ readonly person: string; readonly broken: Broken } | undefined> {
  const histories = await journal.historiesOf(
    policy,
    lines.map(({ person }) => person.id),
  )
  for (const { person, involvement } of lines) {
    const history = histories.get(person.id) ?? []
    if (textOf(fold(history, undefined)) !== textOf(involvement))
      return { person: person.id, broken: breach(history.at(-1)?.seq ?? 0, 'standing') }
  }
  return undefined
}

function textOf(involvement: Involvement | undefined): string {
  const { signed, open, excused } = involvement ?? {}
  return JSON.stringify([
    signed && [signed.entry, signed.edition, signed.wording, signed.at],
    open && [open.kind, open.edition, open.at],
    excused && [excused.by, excused.until],
  ])
}
