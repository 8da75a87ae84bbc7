// What owners add to the answers of sections, and withdraw: each in one transaction with its entry in the journal.
import type { Kysely, Transaction } from 'kysely'
import type { FactOf } from '../../src/journal/types.ts'
import { withHead } from './head.ts'
import { append } from './record.ts'
import type { Tables } from './tables.ts'
import type { Witnessing } from './witness.ts'

type Told = FactOf<'answer-added'> | FactOf<'answer-withdrawn'> | undefined

/** `work` returns its outcome and what to enter; undefined is no entry. */
export function told<T>(
  db: Kysely<Tables>,
  { seal, newId, clock }: Witnessing,
  work: (tx: Transaction<Tables>) => Promise<{ readonly outcome: T; readonly fact: Told }>,
): Promise<T> {
  return withHead(db, async (tx, head) => {
    const { outcome, fact } = await work(tx)
    if (fact === undefined) return outcome
    // Nothing is hidden beside it, so its salt guards nothing.
    await append(tx, [{ id: newId(), at: clock(), fact, hidden: {}, salt: newId() }], { head, seal })
    return outcome
  })
}

type Answer = FactOf<'answer-added'>

/** Undefined for practice people: what they do is theirs alone and no evidence of anything. */
export function factOf(
  kind: 'answer-added' | 'answer-withdrawn',
  { policy, section, what, name, by, practice }: Omit<Answer, 'kind'> & { readonly practice: number },
): Told {
  return practice === 1 ? undefined : { kind, policy, section, what, name, by }
}
