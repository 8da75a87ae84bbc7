// What an inspection pack is made of.
import type { Edition, Policy } from '../policy/types.ts'
import type { Verified } from '../proof/verify.ts'
import type { Campaign } from '../standing/campaigns.ts'
import type { Totals } from '../standing/totals.ts'
import type { School } from '../turn/library.ts'

export interface Pack {
  readonly policy: Policy
  readonly edition: Edition
  readonly school: School
  readonly at: Date
  readonly practice: boolean
  readonly totals: Totals
  readonly campaigns: readonly Campaign[]
  readonly editions: readonly SignedText[]
  readonly verified: Verified
}

/** A text that signatures vouch for. */
export interface SignedText {
  readonly edition: string
  readonly kind: 'declaration' | 'whole-edition'
  readonly hash: string
}
