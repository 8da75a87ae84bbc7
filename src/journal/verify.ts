// Checks the whole journal and all that stands beside it, in one pass, and names the first entry that does not hold.
import type { Journal, Register, RegisterLine } from '../ports.ts'
import { breach, walkChain, type Broken, type Chain } from './chain.ts'
import { checkProofs, type Proofs } from './proofs.ts'
import type { Entry, Head } from './types.ts'

export interface Evidence {
  readonly journal: Pick<Journal, 'entries' | 'head' | 'hiddenOf' | 'wording' | 'historyOf'>
  readonly register: Pick<Register, 'page'>
}

type Involvement = NonNullable<RegisterLine['involvement']>

export interface Checking {
  /** What somebody's history with a policy comes to. */
  readonly fold: (history: readonly Entry[], reading: undefined) => Involvement
  /** A head that was made known earlier: the journal must still hold it. */
  readonly known?: Head
  /** How many entries are read at once. */
  readonly batch?: number
}

export type Verified =
  | {
      readonly kind: 'holds'
      readonly entries: number
      readonly signatures: number
      /** Entries whose name, account or reason was erased: all else about them holds. */
      readonly erased: number
      readonly head: Head
    }
  | Broken

/** In time that grows with the journal, and in memory that does not. */
export async function verify(evidence: Evidence, checking: Checking): Promise<Verified> {
  const walked = await verifyEntries(evidence.journal, checking)
  if (walked.kind === 'broken') return walked
  const { policies, ...holds } = walked
  for (const policy of policies) {
    const broken = await verifyStandings(evidence, { policy, fold: checking.fold })
    if (broken !== undefined) return broken
  }
  return holds
}

type Walked = Exclude<Verified, Broken> & { readonly policies: ReadonlySet<string> }

async function verifyEntries(journal: Evidence['journal'], { known, batch = 500 }: Checking): Promise<Walked | Broken> {
  const head = await journal.head()
  if (known !== undefined && known.seq > head.seq) return breach(head.seq + 1, 'cut-off')
  const walk: Walk = { chain: walkChain(head), proofs: checkProofs(journal), known }
  const policies = new Set<string>()
  let signatures = 0
  for await (const entry of readAll(journal, { head, batch })) {
    if (typeof entry === 'number') return breach(entry, 'unreadable')
    const broken = await judge(entry, walk)
    if (broken !== undefined) return broken
    if ('policy' in entry.fact) policies.add(entry.fact.policy)
    if (entry.fact.kind === 'signed') signatures += 1
  }
  const broken = walk.chain.end() ?? (await walk.proofs.end())
  return broken ?? { kind: 'holds', entries: head.seq, signatures, erased: walk.proofs.erased, head, policies }
}

interface Walk {
  readonly chain: Chain
  readonly proofs: Proofs
  readonly known: Head | undefined
}

async function judge(entry: Entry, { chain, proofs, known }: Walk): Promise<Broken | undefined> {
  const broken = chain.take(entry) ?? (await proofs.take(entry))
  if (broken !== undefined) return broken
  return entry.seq === known?.seq && entry.hash !== known.hash ? breach(entry.seq, 'replaced') : undefined
}

/** Lower than any entry should stand. */
const bottom = -(2 ** 31)

/** Every entry in order; in place of one that cannot be read its number, and then no more. */
async function* readAll(
  journal: Pick<Journal, 'entries' | 'head'>,
  { head, batch }: { readonly head: Head; readonly batch: number },
): AsyncGenerator<Entry | number> {
  let after = bottom
  for (;;) {
    const some = await readSome(journal, after, batch)
    if (some === 'unreadable') yield Math.max(after, 0) + 1
    const last = some === 'unreadable' ? undefined : some.at(-1)
    if (some === 'unreadable' || last === undefined) return
    for (const entry of some) {
      // What the bot has added since the head was read is left for the next time.
      if (entry.seq > head.seq && (await journal.head()).seq >= entry.seq) return
      yield entry
    }
    after = last.seq
  }
}

async function readSome(
  journal: Pick<Journal, 'entries' | 'head'>,
  after: number,
  most: number,
): Promise<readonly Entry[] | 'unreadable'> {
  try {
    return await journal.entries(after, most)
  } catch {
    // One of them cannot be read, and those before it can; unless nothing can, and then this throws.
    await journal.head()
    return most === 1 ? 'unreadable' : readSome(journal, after, 1)
  }
}

interface OfPolicy {
  readonly policy: string
  readonly fold: Checking['fold']
}

/** Everybody's row against their history. What they are reading proves nothing, and is left out. */
async function verifyStandings(
  { journal, register }: Evidence,
  { policy, fold }: OfPolicy,
): Promise<Broken | undefined> {
  const compare = async ({ person, involvement }: RegisterLine): Promise<Broken | undefined> => {
    const history = (await journal.historyOf(person.id)).filter(
      ({ fact }) => 'policy' in fact && fact.policy === policy,
    )
    const told = textOf(fold(history, undefined))
    return told === textOf(involvement) ? undefined : breach(history.at(-1)?.seq ?? 0, 'standing')
  }
  for (const practice of [false, true]) {
    let after: string | undefined
    for (;;) {
      const lines = await register.page({ policy, practice, most: 500, ...(after === undefined ? {} : { after }) })
      for (const line of lines) {
        const before = after
        after = line.person.id
        if ((await compare(line)) === undefined) continue
        // They may have signed between the two looks.
        const again = await register.page({
          policy,
          practice,
          most: 1,
          ...(before === undefined ? {} : { after: before }),
        })
        const broken = await compare(again.find(({ person }) => person.id === after) ?? line)
        if (broken !== undefined) return broken
      }
      if (lines.length === 0) break
    }
  }
  return undefined
}

function textOf(involvement: Involvement | undefined): string {
  const { signed, open, excused } = involvement ?? {}
  return JSON.stringify([
    signed && [signed.entry, signed.edition, signed.at],
    open && [open.kind, open.edition, open.at],
    excused && [excused.by, excused.until],
  ])
}
