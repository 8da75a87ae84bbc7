// With a press, whoever answered proposes that a section answers the question: to the policy's owner, and without a name.
import type { ActionOf } from '../chat/actions.ts'
import type { Reply } from '../chat/replies.ts'
import { hashesOf } from '../guide/hash.ts'
import type { Pointer } from '../guide/types.ts'
import { redact } from '../kit/redact.ts'
import { shorten, wordsOf } from '../kit/text.ts'
import { sayCitation } from '../policy/cite.ts'
import { findSection } from '../policy/force.ts'
import type { Edition } from '../policy/types.ts'
import type { Case } from '../ports/cases.ts'
import { knowsWord } from '../search/query.ts'
import { quietly } from '../turn/permit.ts'
import { personOf, type Turn } from '../turn/turn.ts'
import type { referralActions } from './actions.ts'
import { showNoCase } from './ask-cards.ts'
import { showTaught, showTeachForm } from './teach-cards.ts'

type Doing = Pick<ActionOf<typeof referralActions, 'teach'>, 'case'>
type Fields = Readonly<Record<string, string>>

/** What they see in the form is what would be kept. */
export async function prepareTeaching(turn: Turn, { case: id }: Doing): Promise<Reply[]> {
  const kept = await mine(turn, id)
  if (kept === undefined) return [quietly(turn, showNoCase())]
  const asked = kept.messages.find(({ kind }) => kind === 'asked')?.text ?? ''
  const fields = { question: shorten(await withoutNames(turn, asked), mostAsked), section: kept.about.section ?? '' }
  return [quietly(turn, showTeachForm({ kept, policies: choicesFor(turn, kept), sent: { fields, errors: {} } }))]
}

export async function teach(turn: Turn, { case: id }: Doing, fields: Fields): Promise<Reply[]> {
  const kept = await mine(turn, id)
  if (kept === undefined) return [quietly(turn, showNoCase())]
  const { question = '', section = '', policy } = fields
  const edition = editionFor(turn, kept, policy)
  const place = edition && placeIn(edition, section)
  const errors = errorsIn({ question, edition, found: place !== undefined })
  if (edition === undefined || place === undefined || Object.keys(errors).length > 0)
    return [quietly(turn, showTeachForm({ kept, policies: choicesFor(turn, kept), sent: { fields, errors } }))]
  const asked = shorten(await withoutNames(turn, question), mostAsked)
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

function placeIn(edition: Edition, ref: string): Pointer | undefined {
  const section = findSection(edition, ref.trim())
  const hash = section && hashesOf(edition).get(section.ref)
  return section === undefined || hash === undefined ? undefined : { ref: section.ref, hashes: [hash] }
}

function errorsIn(given: {
  readonly question: string
  readonly edition: Edition | undefined
  readonly found: boolean
}): Record<string, string> {
  const { question, edition, found } = given
  const errors: Record<string, string> = {}
  if (wordsOf(question).length === 0) errors['question'] = 'Write the question as anybody would ask it.'
  if (edition === undefined) errors['policy'] = 'Choose the policy.'
  else if (!found) errors['section'] = `Name a section of the ${edition.title}, such as 6.d.`
  return errors
}

/** For whoever has answered, and nobody else; never of a safeguarding matter. */
async function mine(turn: Turn, id: string): Promise<Case | undefined> {
  const person = await personOf(turn)
  const kept = await turn.ports.cases.find(id)
  if (person === undefined || kept?.taker !== person.id || kept.route === 'safeguarding') return undefined
  return kept.messages.some(({ kind, by }) => kind === 'answered' && by === person.id) ? kept : undefined
}

function choicesFor({ desk: { shelf } }: Turn, { about }: Case) {
  return about.policy === undefined && shelf.policies.length > 1 ? shelf.policies : []
}

function editionFor({ desk: { shelf } }: Turn, { about }: Case, chosen: string | undefined): Edition | undefined {
  const [only, ...others] = shelf.policies
  const policy = about.policy ?? (others.length === 0 ? only?.id : chosen)
  return policy === undefined ? undefined : shelf.edition(policy)
}

async function withoutNames({ ports, desk }: Turn, text: string): Promise<string> {
  const isCommon = (word: string) => knowsWord(word, desk.index)
  return redact(text, { names: await ports.directory.names(), isCommon })
}
