// `review record`: records a review's outcome from the command line.
import type { Outcome } from '../review/types.ts'
import { stampOf } from '../journal/stamp.ts'
import { dayIn, type DayOrMonth } from '../kit/days.ts'
import { editionInForce } from '../policy/force.ts'
import type { Edition, Policy } from '../policy/types.ts'
import { before as editionBefore } from '../review/editions.ts'
import { recordedIn } from '../review/outcomes.ts'
import { recordReview } from '../review/record.ts'
import { readReviewed } from '../review/read-recorded.ts'
import { readWhen } from '../review/when.ts'
import { sayDone, sayImport, sayRefused } from '../review/words.ts'
import { misused, refused } from './asked.ts'
import { type CommandContext, status } from './context.ts'
import { withHome } from './open-home.ts'
import { policyNamed } from './which-policy.ts'

interface Asked {
  readonly policy: string | undefined
  readonly outcome?: string | undefined
  readonly next?: string | undefined
  readonly until?: string | undefined
  readonly replacement?: string | undefined
  readonly reason?: string | undefined
  readonly practice: boolean
  readonly at: Date
  readonly json: boolean
  readonly usage: string
}

export async function recordCommand(context: CommandContext, asked: Asked): Promise<number> {
  const { policies, school } = await context.library()
  const policy = policyNamed(policies, asked.policy)
  if (typeof policy === 'string') return misused(context, policy)
  const { practice, at, json, reason = '' } = asked
  const { zone } = school
  const today = dayIn(zone, at)
  const inForce = editionInForce(policy, today)
  const outcome = readOutcome(asked)
  if (typeof outcome === 'string') return misused(context, outcome)
  return withHome(context, async ({ journal }) => {
    const before = recordedIn(await readReviewed(journal, policy.id), { policy: policy.id, practice, today })
    const request = { policy, edition: reviewed(policy, outcome, inForce).id, outcome, reason, before, practice, zone }
    const stamp = stampOf({ clock: () => at, newId: context.newId })
    const became = await journal.record({ policy: policy.id }, () =>
      recordReview({ ...request, leads: true, by: 'operator', stamp }),
    )
    if (became.kind !== 'recorded') {
      const missing = became.kind === 'no-such-edition' && became.editions.length === 0
      const how = missing ? ` To import one: ${sayImport(policy.id, today)}` : ''
      return refused(context, json, { outcome: became.kind, what: `${sayRefused(became)}${how}` })
    }
    const { recorded } = became
    if (json) context.out(JSON.stringify({ outcome: 'recorded', policy: policy.id, recorded }))
    else {
      const about = { title: inForce.title, replacement: find(policy, outcome), warned: !practice }
      const { done, next } = sayDone(recorded, about)
      context.out(`${practice ? 'PRACTICE ' : ''}Recorded. ${done} ${next}`)
      if (outcome.kind === 'new-edition') context.out(sayMark(policy, outcome.replacement))
    }
    return status.done
  })
}

/** Importing the new edition may have brought it into force: then the one before was reviewed. */
function reviewed(policy: Policy, outcome: Outcome, inForce: Edition): Edition {
  if (outcome.kind !== 'new-edition' || outcome.replacement !== inForce.id) return inForce
  return editionBefore(policy, inForce) ?? inForce
}

function find({ editions }: Policy, outcome: Outcome): Edition | undefined {
  return outcome.kind === 'new-edition' ? editions.find(({ id }) => id === outcome.replacement) : undefined
}

function sayMark({ id }: Policy, edition: string): string {
  return `Say whether everybody signs again: npm run campaign -- mark --policy ${id} --edition ${edition} --as material|editorial`
}

/** A sentence where it is not an outcome. */
function readOutcome({ outcome, next, until, replacement, usage }: Asked): Outcome | string {
  // Each option belongs to one outcome only.
  if ([next, until, replacement].filter((each) => each !== undefined).length !== 1) return usage
  if (outcome === 'no-change' && next !== undefined) {
    const when = readMonthOrDay(next, '--next')
    return 'what' in when ? when.what : { kind: outcome, next: when.value }
  }
  if (outcome === 'postponed' && until !== undefined) {
    const when = readMonthOrDay(until, '--until')
    return 'what' in when ? when.what : { kind: outcome, until: when.value }
  }
  return outcome === 'new-edition' && replacement !== undefined ? { kind: outcome, replacement } : usage
}

function readMonthOrDay(text: string, option: string): { readonly value: DayOrMonth } | { readonly what: string } {
  const read = readWhen(text)
  return read.kind === 'value' ? read : { what: `${option} “${text}” is neither month nor day. ${read.fix}` }
}
