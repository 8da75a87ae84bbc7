// The parts of an inspection pack.
import type { Edition, Policy } from '../policy/types.ts'
import type { Verified } from '../proof/verify.ts'
import type { Campaign } from '../standing/campaigns.ts'
import type { KnownHead } from '../ports/evidence.ts'
import type { SigningDoubt } from '../standing/doubts.ts'
import type { Totals } from '../standing/totals.ts'
import type { School } from '../turn/library.ts'

export interface InspectionPack {
  readonly policy: Policy
  readonly edition: Edition
  readonly school: School
  readonly at: Date
  readonly practice: boolean
  readonly totals: Totals
  readonly campaigns: readonly Campaign[]
  readonly editions: readonly SignedText[]
  /** For signatures that stand, how many there are of each. */
  readonly doubts: Readonly<Record<SigningDoubt, number>>
  readonly verified: Verified
  /** The latest head that somebody outside was told of. */
  readonly outside: KnownHead | undefined
}

/** A text that signatures vouch for. */
export interface SignedText {
  readonly edition: string
  readonly kind: 'declaration' | 'whole-edition' | 'questions'
  readonly hash: string
}
