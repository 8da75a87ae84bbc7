// Whether a copy of a database can be relied on: its journal, and everything that belongs to it.
import type { Kysely } from 'kysely'
import { openStore } from '../../adapters/store/store.ts'
import type { Tables } from '../../adapters/store/tables.ts'
import { foldInvolvement } from '../standing/fold.ts'
import { seal } from '../journal/seal.ts'
import { verify, type Verified } from '../proof/verify.ts'

/** Writes nothing; may be used inside an open transaction. */
export function verifyDatabase(db: Kysely<Tables>): Promise<Verified> {
  const { journal, register } = openStore(db, { newId: nobodyAsks, clock: nobodyAsks, seal, fold: foldInvolvement })
  return verify({ journal, register }, { fold: foldInvolvement })
}

function nobodyAsks(): never {
  throw new Error('nothing new is written while verifying')
}
