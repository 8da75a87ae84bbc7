// Moves everything in a database into an empty one, and checks it there before anybody else can use it. Interrupted, it
// goes on where it stopped when it is asked for again.
import type { Kysely } from 'kysely'
import { atOneMoment, copyRows, finishCopy, type Counts, type Rows, type Tell } from '../../adapters/store/copy-into.ts'
import { isLost } from '../../adapters/store/patient-pool.ts'
import type { Tables } from '../../adapters/store/tables.ts'
import type { Head } from '../journal/types.ts'
import type { Verified } from '../proof/verify.ts'
import { never } from '../kit/never.ts'
import { sayList } from '../kit/text.ts'
import { verifyDatabase } from './judge-copy.ts'
import { sayVerified } from '../proof/words.ts'

type Refused = { readonly kind: 'refused'; readonly outcome: string; readonly what: string }

export type CopyOutcome =
  | {
      readonly kind: 'moved'
      readonly counts: Counts
      readonly verified: Extract<Verified, { kind: 'holds' }>
    }
  | Refused
  /** What was copied is kept, and the same again goes on from there. */
  | { readonly kind: 'interrupted'; readonly what: string }

interface Moving {
  readonly from: Kysely<Tables>
  /** Where the moved journal ends. */
  readonly head: Head
  /** What is moved into, as a sentence begins with it. */
  readonly into: string
  readonly tell?: Tell
}

export async function moveInto(to: Kysely<Tables>, moving: Moving): Promise<CopyOutcome> {
  const { from, into, tell } = moving
  try {
    const rows = await atOneMoment(from, { still: true }, (all) => copyRows(to, { from: all, tell }))
    return rows.kind === 'copied' ? await finish(to, moving) : refusalOf(rows, into)
  } catch (error) {
    const what = whyInterrupted(error)
    if (what === undefined) throw error
    return { kind: 'interrupted', what }
  }
}

/** Undefined where doing the same again would not help. */
function whyInterrupted(error: unknown): string | undefined {
  if (!(error instanceof Error)) return undefined
  // PostgreSQL holds what a connection had locked until it notices that nobody is there any more.
  if ('code' in error && error.code === '55P03')
    return 'PostgreSQL is still held by a connection that has not ended yet, perhaps that of an interrupted copy: wait half a minute'
  return isLost(error) ? error.message : undefined
}

function refusalOf(rows: Exclude<Rows, { kind: 'copied' }>, into: string): Refused {
  switch (rows.kind) {
    case 'used': {
      const what = `${into} is not empty: there is something in ${sayList(rows.tables)}. Name an empty one.`
      return { kind: 'refused', outcome: 'not-empty', what }
    }
    case 'another': {
      const what = `${into} holds half a copy of another school. Name an empty one.`
      return { kind: 'refused', outcome: 'not-empty', what }
    }
    default:
      return never(rows)
  }
}

async function finish(to: Kysely<Tables>, { head, into, tell }: Moving): Promise<CopyOutcome> {
  let found: Verified | undefined
  const judge = async (copy: Kysely<Tables>): Promise<string | undefined> => {
    found = await verifyDatabase(copy)
    if (found.kind === 'broken') return sayVerified(found).join(' ')
    const same = found.head.seq === head.seq && found.head.hash === head.hash
    return same ? undefined : `The journal ends at ${found.head.seq} in the copy and at ${head.seq} where it came from.`
  }
  const finished = await finishCopy(to, { judge, tell })
  switch (finished.kind) {
    case 'whole':
      if (found?.kind !== 'holds') throw new Error('the copy was not looked at')
      return { kind: 'moved', counts: finished.counts, verified: found }
    case 'disturbed': {
      const what = `Something else wrote into ${finished.table} while the school was copied. Stop whatever uses the database, and copy into an empty one.`
      return { kind: 'refused', outcome: 'not-empty', what: `${into} is not a whole copy. ${what}` }
    }
    case 'refused':
      return { kind: 'refused', outcome: 'broken', what: finished.why }
    default:
      return never(finished)
  }
}
