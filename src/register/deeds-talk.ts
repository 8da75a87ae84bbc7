// What SLT does for one person: excuses them, withdraws a wrong signature, records one on paper.
import type { ActionOf } from '../chat/actions.ts'
import type { registerActions } from './actions.ts'
import type { Card } from '../chat/cards.ts'
import type { Person } from '../chat/people.ts'
import type { Reply } from '../chat/replies.ts'
import { foldInvolvement } from '../standing/fold.ts'
import type { Matter } from '../turn/matter.ts'
import { recordWholeBundles } from '../declaration/send-bundles.ts'
import { tellConcerned } from '../declaration/send-concerned.ts'
import { endExcuse, excuse } from '../declaration/excuse.ts'
import { signPaper } from '../declaration/paper.ts'
import { withdraw } from '../declaration/withdraw.ts'
import { questionsAsked } from '../understanding/asked.ts'
import { never } from '../kit/never.ts'
import { readDayCell } from '../people/cells.ts'
import type { Turn } from '../turn/turn.ts'
import { nothingSent } from '../chat/forms.ts'
import { showDetails, showExcuse, showPaper, showWithdraw } from './form-cards.ts'
import { byNow, permitAbout, quietly } from '../turn/permit.ts'
import { personReply } from './talk.ts'

type Fields = Readonly<Record<string, string>>
interface About {
  readonly policy: string
  readonly person: string
}

/** Shows the form. */
export async function prepare(
  turn: Turn,
  { what, ...about }: ActionOf<typeof registerActions, 'prepare'>,
): Promise<Reply[]> {
  const permitted = await permitAbout(turn, what === 'details' ? 'keep-people' : 'run-campaign', about)
  if (permitted.kind === 'refused') return permitted.replies
  const { matter, person } = permitted
  const on = { edition: matter.edition, person }
  switch (what) {
    case 'excuse':
      return [quietly(turn, showExcuse(on, nothingSent))]
    case 'paper':
      return [quietly(turn, showPaper(on, nothingSent))]
    case 'details':
      return [quietly(turn, showDetails(on, nothingSent))]
    case 'withdraw': {
      const { history } = await turn.ports.journal.factsOf({ policy: about.policy, person: person.id })
      const entry = foldInvolvement(history, undefined).signed?.entry
      if (entry === undefined) return [await personReply(turn, permitted, 'There is no signature to withdraw.')]
      return [quietly(turn, showWithdraw(on, { ...nothingSent, entry }))]
    }
    default:
      return never(what)
  }
}

export async function hearExcuse(turn: Turn, about: About, fields: Fields): Promise<Reply[]> {
  const permitted = await permitAbout(turn, 'run-campaign', about)
  if (permitted.kind === 'refused') return permitted.replies
  const { matter, person, by } = permitted
  const again = (errors: Fields) => [quietly(turn, showExcuse({ edition: matter.edition, person }, { fields, errors }))]
  const until = readDayCell((fields.until ?? '').trim())
  if (until.kind === 'wrong') return again({ until: until.fix })
  const outcome = await turn.ports.journal.record(about, (facts) =>
    excuse(facts, {
      policy: about.policy,
      reason: fields.reason ?? '',
      until: until.value === 'none' ? undefined : until.value,
      today: matter.asOf.today,
      ...byNow(turn, by),
    }),
  )
  switch (outcome.kind) {
    case 'excused':
      await tellConcerned(turn, outcome.entry)
      return [await personReply(turn, permitted, `${person.name} is excused.`)]
    case 'reason-empty':
      return again({ reason: 'Write why, in a few words.' })
    case 'day-passed':
      return again({ until: 'That day has passed. Choose today or a later one.' })
    case 'for-oneself':
      return again({ reason: 'Nobody excuses themselves. Please ask somebody else of the senior leadership team.' })
    case 'left':
      return [await personReply(turn, permitted, `${person.name} has left, so there is nothing to excuse.`)]
    case 'unknown-person':
      return [await personReply(turn, permitted, nobody)]
    default:
      return never(outcome)
  }
}

export async function hearEndExcuse(turn: Turn, about: About): Promise<Reply[]> {
  const permitted = await permitAbout(turn, 'run-campaign', about)
  if (permitted.kind === 'refused') return permitted.replies
  const outcome = await turn.ports.journal.record(about, (facts) =>
    endExcuse(facts, { policy: about.policy, ...byNow(turn, permitted.by) }),
  )
  if (outcome.kind === 'excuse-ended') await tellConcerned(turn, outcome.entry)
  const done = {
    'excuse-ended': 'The excuse is ended.',
    'not-excused': 'They were not excused.',
    'unknown-person': nobody,
  }
  return [await personReply(turn, permitted, done[outcome.kind])]
}

export async function hearWithdrawal(
  turn: Turn,
  { policy, person: id, entry }: About & { readonly entry: string },
  fields: Fields,
): Promise<Reply[]> {
  const permitted = await permitAbout(turn, 'run-campaign', { policy, person: id })
  if (permitted.kind === 'refused') return permitted.replies
  const { matter, person } = permitted
  const outcome = await turn.ports.journal.record({ policy, person: id }, (facts) =>
    withdraw(facts, { signing: entry, reason: fields.reason ?? '', ...byNow(turn, permitted.by) }),
  )
  switch (outcome.kind) {
    case 'withdrawn':
      await tellConcerned(turn, outcome.entry)
      return [
        await personReply(turn, permitted, `The signature of ${person.name} is withdrawn. It stays in the history.`),
      ]
    case 'already-withdrawn':
      return [await personReply(turn, permitted, 'That signature was withdrawn before.')]
    case 'no-such-signature':
      return [await personReply(turn, permitted, 'There is no such signature.')]
    case 'reason-empty': {
      const errors = { reason: 'Write why, in a few words.' }
      return [quietly(turn, showWithdraw({ edition: matter.edition, person }, { fields, errors, entry }))]
    }
    default:
      return never(outcome)
  }
}

export async function hearPaper(
  turn: Turn,
  { policy, person: id, edition }: About & { readonly edition: string },
  fields: Fields,
): Promise<Reply[]> {
  const permitted = await permitAbout(turn, 'run-campaign', { policy, person: id })
  if (permitted.kind === 'refused') return permitted.replies
  const { matter, person, by } = permitted
  const again = (errors: Fields) => [quietly(turn, paperCard(permitted, { fields, errors }))]
  if (matter.edition.id !== edition)
    return again({ on: 'A new edition came into force meanwhile. Look which one the paper is for.' })
  const on = readDayCell((fields.on ?? '').trim())
  if (on.kind === 'wrong') return again({ on: on.fix })
  if (on.value === 'none') return again({ on: 'Write the day that stands on the paper.' })
  const day = on.value
  const { zone, signing } = turn.library.school
  const outcome = await turn.ports.journal.record({ policy, person: id }, (facts) =>
    signPaper(facts, {
      edition: matter.edition,
      declaration: matter.declaration,
      on: day,
      kept: fields.kept ?? '',
      name: fields.name,
      zone,
      today: matter.asOf.today,
      accepted: signing.acceptRestated,
      questions: questionsAsked(matter.policy, matter.edition),
      ...byNow(turn, by),
    }),
  )
  switch (outcome.kind) {
    case 'signed':
      await tellConcerned(turn, outcome.entry)
      await recordWholeBundles(turn, person)
      return [await personReply(turn, permitted, `The paper signature of ${person.name} is recorded.`)]
    case 'already-signed':
      return [await personReply(turn, permitted, `${person.name} has signed this edition already.`)]
    case 'for-oneself':
      return again({ kept: 'Nobody records a paper of their own. Please ask somebody else who may.' })
    case 'kept-empty':
      return again({ kept: 'Write where the paper is kept.' })
    case 'day-ahead':
      return again({ on: 'That day has not come yet.' })
    case 'left':
      return again({ on: `${person.name} had left by that day.` })
    case 'unknown-person':
      return [await personReply(turn, permitted, nobody)]
    case 'not-accepted':
      return [await personReply(turn, permitted, `Nothing was recorded. ${outcome.what} ${outcome.fix}`)]
    default:
      return never(outcome)
  }
}

const nobody = 'There is nobody of that name any more.'

function paperCard(
  { matter, person }: { matter: Matter; person: Person },
  sent: Parameters<typeof showPaper>[1],
): Card {
  return showPaper({ edition: matter.edition, person }, sent)
}
