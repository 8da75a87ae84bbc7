// Changing a round: another day or rhythm for all its documents. What that will do is shown first, and it is changed once
// that is confirmed, with a reason.
import type { ActionOf } from '../chat/actions.ts'
import { nothingSent, type Sent } from '../chat/forms.ts'
import type { Reply } from '../chat/replies.ts'
import { readChanges, unlessEmpty } from '../campaign/read-asked.ts'
import { defined } from '../kit/defined.ts'
import { sendsLetters } from '../outbox/letters.ts'
import { mattersOf } from '../turn/matter.ts'
import { quietly } from '../turn/permit.ts'
import type { Turn } from '../turn/turn.ts'
import type { bundleActions } from './actions.ts'
import { showRoundChange, showRoundChangePreview } from './change-cards.ts'
import { readRoundPreview, roundOpeningOf } from './read-round-preview.ts'
import { bundleReply, permitRound, turningBy } from './talk.ts'
import { changeRound } from './turn-round.ts'

type Fields = Readonly<Record<string, string>>
type Permitted = Extract<Awaited<ReturnType<typeof permitRound>>, { kind: 'may' }>

export async function prepareRound(turn: Turn, { round: id }: { round: string }): Promise<Reply[]> {
  const permitted = await permitRound(turn, id)
  if (permitted.kind === 'refused') return permitted.replies
  return [quietly(turn, showRoundChange(permitted.round, nothingSent, permitted.by.practice))]
}

/** Shows what the change will do. Nothing is changed yet. */
export async function hearRoundChange(turn: Turn, { round: id }: { round: string }, fields: Fields): Promise<Reply[]> {
  const permitted = await permitRound(turn, id)
  return permitted.kind === 'refused'
    ? permitted.replies
    : [await previewReply(turn, permitted, { fields, errors: {} })]
}

export async function confirmRoundChange(
  turn: Turn,
  { round: id, due, remind }: ActionOf<typeof bundleActions, 'confirm-round-change'>,
  { reason = '' }: Fields,
): Promise<Reply[]> {
  const permitted = await permitRound(turn, id)
  if (permitted.kind === 'refused') return permitted.replies
  const fields = { ...defined({ due, remind }), reason }
  const read = await readChanges(turn, { ...fields, audience: '' })
  if (read.kind === 'wrong') return [formReply(turn, permitted, { fields, errors: read.errors })]
  const request = { round: id, ...read.changes, reason, ...turningBy(turn, permitted.by) }
  const outcome = await turn.ports.journal.record({}, (facts) => changeRound(facts, request))
  if (outcome.kind === 'reason-empty')
    return [await previewReply(turn, permitted, { fields, errors: { reason: 'Write why, in a few words.' } })]
  const done = outcome.kind === 'changed' ? 'It is changed.' : sayUnchanged(outcome.kind)
  return [await bundleReply(turn, { ...permitted, done }, nothingSent)]
}

/** What it would do, or the form again with what is wrong. `errors` are of what is sent with the preview. */
async function previewReply(turn: Turn, permitted: Permitted, { fields, errors }: Sent): Promise<Reply> {
  const { by, round } = permitted
  const read = await readChanges(turn, { ...fields, audience: '' })
  if (read.kind === 'wrong') return formReply(turn, permitted, { fields, errors: read.errors })
  // Why is asked with the preview, so here anything will do.
  const request = { round: round.id, ...read.changes, reason: 'It is only looked at.', ...turningBy(turn, by) }
  const { outcome } = changeRound({ campaigns: await turn.ports.journal.campaigns() }, request)
  if (outcome.kind === 'closed') return bundleReply(turn, { ...permitted, done: sayUnchanged('closed') }, nothingSent)
  if (outcome.kind !== 'changed')
    return formReply(turn, permitted, { fields, errors: { due: sayUnchanged(outcome.kind) } })
  const { school } = turn.library
  const frame = { matters: mattersOf(turn), school, now: turn.now, letters: sendsLetters(turn.ports) }
  const preview = await readRoundPreview(turn.ports, roundOpeningOf(outcome.round, frame))
  const { due, remind, reason = '' } = fields
  const confirms = { round: round.id, ...defined({ due: unlessEmpty(due), remind: unlessEmpty(remind) }) }
  const sent = { fields: { reason }, errors }
  return quietly(turn, showRoundChangePreview({ round: outcome.round, preview, confirms, sent }))
}

function formReply(turn: Turn, { by, round }: Permitted, sent: Sent): Reply {
  return quietly(turn, showRoundChange(round, sent, by.practice))
}

function sayUnchanged(kind: string): string {
  if (kind === 'due-passed') return 'That day has passed. Choose today or a later one.'
  return kind === 'closed' ? 'It is closed, so nothing was changed.' : 'That is how it is already.'
}
