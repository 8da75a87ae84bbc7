// The responder proposes to the policy's owner that a section answers the question, with one press and without a name.
import { pointerAt } from '../guide/proposals.ts'
import type { ActionOf } from '../chat/actions.ts'
import type { Reply } from '../chat/replies.ts'
import { redact } from '../kit/redact.ts'
import { shorten, wordsOf } from '../kit/text.ts'
import { sayCitation } from '../policy/cite.ts'
import type { Case } from '../ports/cases.ts'
import { knowsWord } from '../search/query.ts'
import { quietly } from '../turn/permit.ts'
import { personOf, type Turn } from '../turn/turn.ts'
import type { referralActions } from './actions.ts'
import { showNoCase } from './ask-cards.ts'
import { showTaught, showTeachForm } from './teach-cards.ts'
import { choicesFor, editionFor, mayTeach, slipsInPlace } from './teaching.ts'

type Doing = Pick<ActionOf<typeof referralActions, 'teach'>, 'case'>
type Fields = Readonly<Record<string, string>>

/** What they see in the form is what would be kept. */
export async function prepareTeaching(turn: Turn, { case: id }: Doing): Promise<Reply[]> {
  const kept = await mine(turn, id)
  if (kept === undefined) return [quietly(turn, showNoCase())]
  const asked = kept.messages.find(({ kind }) => kind === 'asked')?.text ?? ''
  const fields = { question: shorten(await redactNames(turn, asked), mostAsked), section: kept.about.section ?? '' }
  return [
    quietly(turn, showTeachForm({ kept, policies: choicesFor(turn.desk.shelf, kept), sent: { fields, errors: {} } })),
  ]
}

export async function teach(turn: Turn, { case: id }: Doing, fields: Fields): Promise<Reply[]> {
  const kept = await mine(turn, id)
  if (kept === undefined) return [quietly(turn, showNoCase())]
  const { question = '', section = '', policy } = fields
  const edition = editionFor(turn.desk.shelf, kept, policy)
  const place = edition && pointerAt(edition, section)
  const errors = slipsInPlace(edition, place)
  if (wordsOf(question).length === 0) errors['question'] = 'Write the question as anybody would ask it.'
  if (edition === undefined || place === undefined || Object.keys(errors).length > 0)
    return [
      quietly(turn, showTeachForm({ kept, policies: choicesFor(turn.desk.shelf, kept), sent: { fields, errors } })),
    ]
  const asked = shorten(await redactNames(turn, question), mostAsked)
  await turn.ports.lessons.keep({
    id: `case-${kept.id}`,
    at: turn.now,
    question: asked,
    policy: edition.policy,
    pointer: place,
    from: 'person',
    practice: kept.practice,
  })
  return [quietly(turn, showTaught(kept, asked, sayCitation(edition, place.ref)))]
}

const mostAsked = 300

async function mine(turn: Turn, id: string): Promise<Case | undefined> {
  const person = await personOf(turn)
  const kept = await turn.ports.cases.find(id)
  return person === undefined || kept === undefined || !mayTeach(kept, person.id) ? undefined : kept
}

export async function redactNames({ ports, desk }: Turn, text: string): Promise<string> {
  const isCommon = (word: string) => knowsWord(word, desk.index)
  return redact(text, { names: await ports.directory.names(), isCommon })
}
