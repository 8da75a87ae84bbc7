// Decides about a draft that somebody wants a yes to: it is asked once and decided once, and its words are deleted as
// soon as it is decided.
import type { Platform } from '../chat/people.ts'
import { wordsOf } from '../kit/text.ts'
import type { Approval, ApprovalAbout, ApprovalChange, Decided } from '../ports/approvals.ts'

/** The longest time it is kept, in days. */
export const daysKept = 7

export interface NewApproval {
  readonly id: string
  readonly at: Date
  readonly asker: string
  readonly practice: boolean
  readonly platform: Platform
  readonly about: ApprovalAbout
  readonly offered: readonly string[]
  readonly draft: string
}

export type AskOutcome = { readonly kind: 'asked' | 'asked-before' | 'draft-empty' | 'nobody' | 'not-yours' }

export function askForYes(found: Approval | undefined, asked: NewApproval): ApprovalChange<AskOutcome> {
  if (found !== undefined) return { outcome: { kind: found.asker === asked.asker ? 'asked-before' : 'not-yours' } }
  if (wordsOf(asked.draft).length === 0) return { outcome: { kind: 'draft-empty' } }
  if (asked.offered.length === 0) return { outcome: { kind: 'nobody' } }
  const lapsesAt = new Date(asked.at.getTime() + daysKept * 24 * 60 * 60_000)
  return { now: { ...asked, lapsesAt, decided: undefined }, outcome: { kind: 'asked' } }
}

export interface Deciding {
  readonly by: string
  readonly at: Date
  readonly outcome: 'yes' | 'yes-if' | 'no' | undefined
  readonly reason: string
  /** The section as the edition has it; undefined where it has no such section. */
  readonly section: string | undefined
}

export type DecideOutcome =
  | { readonly kind: 'decided' | 'decided-before'; readonly now: Approval }
  | { readonly kind: 'outcome-missing' | 'reason-missing' | 'section-missing'; readonly now: Approval }
  | { readonly kind: 'not-yours' }

export function decideDraft(found: Approval | undefined, deciding: Deciding): ApprovalChange<DecideOutcome> {
  const { by, at, outcome, reason, section } = deciding
  if (found === undefined || found.asker === by) return { outcome: { kind: 'not-yours' } }
  if (found.decided !== undefined) return { outcome: { kind: 'decided-before', now: found } }
  if (!found.offered.includes(by) || found.lapsesAt <= at) return { outcome: { kind: 'not-yours' } }
  const missing = missingIn(deciding)
  if (missing !== undefined || outcome === undefined)
    return { outcome: { kind: missing ?? 'outcome-missing', now: found } }
  const decided: Decided = { outcome, by, at, reason: reason.trim(), section: outcome === 'yes' ? undefined : section }
  const now = over(found, decided)
  return { now, outcome: { kind: 'decided', now } }
}

/** A yes needs no reason; a no gives one, and rests on a section. */
function missingIn({
  outcome,
  reason,
  section,
}: Deciding): 'outcome-missing' | 'reason-missing' | 'section-missing' | undefined {
  if (outcome === undefined) return 'outcome-missing'
  if (outcome === 'yes') return undefined
  if (wordsOf(reason).length === 0) return 'reason-missing'
  return outcome === 'no' && section === undefined ? 'section-missing' : undefined
}

/** Withdrawn by the asker, who no longer wants it. */
export function withdrawDraft(
  found: Approval | undefined,
  { by, at }: { readonly by: string; readonly at: Date },
): ApprovalChange<'withdrawn' | 'decided-before' | 'not-yours'> {
  if (found?.asker !== by) return { outcome: 'not-yours' }
  if (found.decided !== undefined) return { outcome: 'decided-before' }
  const decided: Decided = { outcome: 'withdrawn', by, at, reason: '', section: undefined }
  return { now: over(found, decided), outcome: 'withdrawn' }
}

/** Lapsed: it was kept for as long as was promised. */
export function lapseDraft(found: Approval | undefined, at: Date): ApprovalChange<boolean> {
  if (found === undefined || found.decided !== undefined || found.lapsesAt > at) return { outcome: false }
  const decided: Decided = { outcome: 'lapsed', by: undefined, at, reason: '', section: undefined }
  return { now: over(found, decided), outcome: true }
}

/**
 * Other people decide from now on. Those who were asked before stay listed, because their cards must still be
 * overwritten.
 */
export function offerDraft(found: Approval | undefined, offered: readonly string[]): ApprovalChange<boolean> {
  const more = offered.filter((each) => found?.offered.includes(each) === false)
  if (found === undefined || found.decided !== undefined || more.length === 0) return { outcome: false }
  return { now: { ...found, offered: [...found.offered, ...more] }, outcome: true }
}

/** That person's card no longer shows the draft. */
export function noteOverwritten(found: Approval | undefined, person: string): ApprovalChange<boolean> {
  if (found?.decided === undefined) return { outcome: false }
  return { now: { ...found, offered: found.offered.filter((each) => each !== person) }, outcome: true }
}

/**
 * Those to whom it was offered stay listed, because their cards must still be overwritten, including an open window of
 * whoever decided.
 */
function over(found: Approval, decided: Decided): Approval {
  return { ...found, draft: '', decided }
}
