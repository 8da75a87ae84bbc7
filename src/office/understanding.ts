// The office's page about the questions before signing: what is asked, whether it is asked, and what is misunderstood.
import { waitingIn } from '../library/waiting.ts'
import type { Edition, Policy } from '../policy/types.ts'
import type { OfficeAnswer } from '../ports/office.ts'
import { questionsWritten } from '../understanding/asked.ts'
import { misunderstoodIn, sayMisunderstood } from '../understanding/figures.ts'
import { seenRecord } from './policy-record.ts'
import { changeAsking } from './understanding-file.ts'
import { understandingPage } from './understanding-page.ts'
import { whyNotSaved } from './unsaved.ts'
import type { Insider, World } from './world.ts'

export interface AskedAbout {
  readonly policy: Policy
  readonly edition: Edition
}

interface Showing {
  readonly insider: Insider
  readonly done?: string | undefined
  readonly problem?: readonly string[]
}

export async function openUnderstanding(
  world: World,
  { policy, edition }: AskedAbout,
  { insider, done, problem = [] }: Showing,
): Promise<OfficeAnswer> {
  const counts = await world.ports.understanding.missed({ policy: policy.id, edition: edition.id, practice: false })
  const refs = [...new Set(policy.understanding?.map(({ section }) => section))]
  return understandingPage({
    policy,
    edition,
    asked: questionsWritten(policy, edition),
    waiting: waitingIn(policy, 'understanding', refs),
    figures: misunderstoodIn(edition, counts).map((each) => sayMisunderstood(edition, each)),
    mayChange: insider.may('run-campaign'),
    seen: seenRecord(world, policy.id),
    done,
    problem,
  })
}

export async function actOnUnderstanding(
  world: World,
  about: AskedAbout,
  { insider, fields }: { readonly insider: Insider; readonly fields: Readonly<Record<string, string>> },
): Promise<OfficeAnswer> {
  const again = (...problem: string[]) => openUnderstanding(world, about, { insider, problem })
  const { policy, edition } = about
  if (!insider.may('run-campaign'))
    return again('Turning them on and off is for the senior leadership team. Nothing was changed.')
  const asks = fields['do'] === 'ask'
  if (asks && questionsWritten(policy, edition).length === 0)
    return again('There is no question to ask about this edition. Nothing was changed.')
  const seen = fields['seen'] === '' ? undefined : fields['seen']
  const saved = await changeAsking(world, insider.by, { policy: policy.id, asks, seen })
  if (saved.kind !== 'saved') return again(...whyNotSaved(saved, 'this policy’s file'))
  const done = asks ? 'asked' : 'unasked'
  return { kind: 'go', to: `/office/policies/${policy.id}/${edition.id}/understanding?done=${done}` }
}
