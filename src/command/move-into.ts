// Moves everything in a database into an empty PostgreSQL, and checks it there before anybody else can use it.
import type { Kysely } from 'kysely'
import type { Counts, Tell } from '../../adapters/store/copy.ts'
import { fillPostgres } from '../../adapters/store/copy-postgres.ts'
import type { Tables } from '../../adapters/store/tables.ts'
import type { Head } from '../journal/types.ts'
import type { Verified } from '../proof/verify.ts'
import { never } from '../kit/never.ts'
import { sayList } from '../kit/text.ts'
import { verifyDatabase } from './judge-copy.ts'
import { sayVerified } from '../proof/words.ts'

export type CopyOutcome =
  | {
      readonly kind: 'moved'
      readonly counts: Counts
      readonly verified: Extract<Verified, { kind: 'holds' }>
    }
  | { readonly kind: 'refused'; readonly outcome: string; readonly what: string }

/** `head` is where the moved journal ends; `from` is read in one transaction. */
export async function moveInto(
  to: Kysely<Tables>,
  { from, head, tell }: { readonly from: Kysely<Tables>; readonly head: Head; readonly tell?: Tell },
): Promise<CopyOutcome> {
  let found: Verified | undefined
  const judge = async (copy: Kysely<Tables>): Promise<string | undefined> => {
    found = await verifyDatabase(copy)
    if (found.kind === 'broken') return sayVerified(found).join(' ')
    const same = found.head.seq === head.seq && found.head.hash === head.hash
    return same ? undefined : `The journal ends at ${found.head.seq} in the copy and at ${head.seq} where it came from.`
  }
  const filled = await from.transaction().execute((all) => fillPostgres(to, { from: all, judge, tell }))
  switch (filled.kind) {
    case 'filled':
      if (found?.kind !== 'holds') throw new Error('the copy was not looked at')
      return { kind: 'moved', counts: filled.counts, verified: found }
    case 'used': {
      const what = `The database of DATABASE_URL is not empty: there is something in ${sayList(filled.tables)}. Name an empty one.`
      return { kind: 'refused', outcome: 'not-empty', what }
    }
    case 'refused':
      return { kind: 'refused', outcome: 'broken', what: filled.why }
    default:
      return never(filled)
  }
}
