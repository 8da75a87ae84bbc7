// The questions before signing as a conversation: one after the other, until all are answered right.
import { instead, privately, type Reply } from '../chat/replies.ts'
import { opening } from '../chat/opening.ts'
import { permitAny, quietly } from '../turn/permit.ts'
import { acceptedFor, matterOf, mattersOf, standingIn, type Matter } from '../turn/matter.ts'
import { personOf, type Turn } from '../turn/turn.ts'
import type { Person } from '../chat/people.ts'
import type { RightAnswers, SigningFacts } from '../standing/types.ts'
import { hasSeveral, isRight, questionsAsked, questionsLeft, type PlacedQuestion } from './asked.ts'
import {
  showAllRight,
  showMisunderstood,
  showNotAsked,
  showOtherEdition,
  showUnderstandingQuestion,
  type JustBefore,
} from './cards.ts'
import { misunderstoodIn, sayMisunderstood } from './figures.ts'

/** Somebody who may answer, and what they are asked. */
interface Answerer {
  readonly person: Person
  readonly matter: Matter
  readonly facts: SigningFacts
  readonly asked: readonly PlacedQuestion[]
}

interface AboutEdition {
  readonly policy: string
  readonly edition: string
}

/** The first question that is not answered yet. */
export async function askUnderstanding(turn: Turn, about: AboutEdition): Promise<Reply[]> {
  const answerer = await answererOf(turn, about)
  if (!('asked' in answerer)) return answerer
  return [instead(nextCard(answerer, answerer.facts.answers, 'begins'))]
}

/** The same for somebody who asks for it in words. */
export async function openUnderstandingQuestions(
  turn: Turn,
  { policy }: { policy?: string | undefined },
): Promise<Reply[]> {
  const limit = turn.event.limitedTo
  const withQuestions = mattersOf(turn).filter((matter) => questionsAsked(matter.policy, matter.edition).length > 0)
  const [only, ...others] = withQuestions.map((matter) => matter.policy.id)
  const meant = limit?.policy ?? policy ?? (others.length === 0 ? only : undefined)
  const matter = meant === undefined ? undefined : matterOf(turn, meant)
  // Where it is not clear, or there is nothing to answer, the way to signing says what there is.
  if (matter === undefined) return turn.doors.follow(opening('sign', {}))
  const answerer = await answererOf(turn, { policy: matter.policy.id, edition: matter.edition.id })
  if (!('asked' in answerer)) return answerer
  return [privately(nextCard(answerer, answerer.facts.answers, 'begins'))]
}

export interface UnderstandingAnswer extends AboutEdition {
  readonly question: string
  readonly chosen?: number | undefined
  readonly again?: boolean | undefined
}

export async function hearUnderstanding(
  turn: Turn,
  { question: key, chosen, again, ...about }: UnderstandingAnswer,
  fields: Readonly<Record<string, string>>,
): Promise<Reply[]> {
  const answerer = await answererOf(turn, about)
  if (!('asked' in answerer)) return answerer
  const { matter, facts, asked } = answerer
  const question = asked.find((each) => each.key === key)
  if (question === undefined) return [instead(nextCard(answerer, facts.answers, 'reworded'))]
  const isAnswered = !questionsLeft(asked, facts.answers, matter.edition).includes(question)
  // Pressed twice, or on an older card: what was right stays right.
  if (isAnswered) return [instead(nextCard(answerer, facts.answers, 'goes-on'))]
  const choices = hasSeveral(question) ? ticked(question, fields) : chosen === undefined ? [] : [chosen]
  if (choices.length === 0) return [instead(questionCard(answerer, question, 'nothing-chosen', again === true))]
  if (!isRight(question, choices)) return [instead(questionCard(answerer, question, 'missed', true))]
  const answers = await turn.ports.understanding.keepRight({
    ...about,
    person: answerer.person.id,
    practice: answerer.person.practice,
    question: key,
    section: question.place,
    counts: wasCounted(facts, about.edition) ? undefined : again === true ? 'missed' : 'at-once',
  })
  return [instead(nextCard(answerer, answers, 'right'))]
}

/** Whoever signed this edition with its questions before, and is asked anew, was counted then. */
function wasCounted({ history }: SigningFacts, edition: string): boolean {
  return history.some(({ fact }) => fact.kind === 'signed' && fact.edition === edition && fact.understood !== undefined)
}

function ticked({ choices }: PlacedQuestion, fields: Readonly<Record<string, string>>): number[] {
  return choices.map((_, at) => at).filter((at) => fields[`c${at}`] === 'yes')
}

/** Whoever may not sign, or has signed, is told so by the way to signing; replies where there is nothing to ask. */
async function answererOf(turn: Turn, { policy, edition }: AboutEdition): Promise<Answerer | Reply[]> {
  const [person, matter] = [await personOf(turn), matterOf(turn, policy)]
  const elsewhere = () => turn.doors.follow(opening('sign', { policy }))
  if (person === undefined || matter === undefined) return elsewhere()
  const facts = await turn.ports.journal.factsOf({ policy, person: person.id })
  const { kind } = standingIn(matter, person, facts)
  if (kind === 'signed' || kind === 'left' || acceptedFor(turn, matter, person).kind !== 'yes') return elsewhere()
  const limit = turn.event.limitedTo
  if (limit !== undefined && limit.edition !== matter.edition.id) return elsewhere()
  const frame = { edition: matter.edition, practice: person.practice }
  if (edition !== matter.edition.id) return [instead(showOtherEdition(frame))]
  const asked = questionsAsked(matter.policy, matter.edition)
  return asked.length === 0 ? [instead(showNotAsked(frame))] : { person, matter, facts, asked }
}

function nextCard(answerer: Answerer, answers: RightAnswers | undefined, before: JustBefore) {
  const { asked, matter, person } = answerer
  const left = questionsLeft(asked, answers, matter.edition)
  const [next] = left
  if (next === undefined) return showAllRight({ edition: matter.edition, practice: person.practice }, asked.length)
  return questionCard(answerer, next, before === 'begins' && left.length < asked.length ? 'goes-on' : before)
}

function questionCard(
  { asked, matter, person }: Answerer,
  question: PlacedQuestion,
  before: JustBefore,
  again = false,
) {
  const frame = { edition: matter.edition, practice: person.practice, question, of: asked.length, again }
  return showUnderstandingQuestion({ ...frame, number: asked.indexOf(question) + 1 }, before)
}

/** For those who may see the register, in the world to which they belong. */
export async function openMisunderstood(turn: Turn, { policy }: { policy?: string | undefined }): Promise<Reply[]> {
  const permitted = await permitAny(turn, 'see-register')
  if (permitted.kind === 'refused') return permitted.replies
  const { practice } = permitted.by
  const asking = mattersOf(turn).filter(
    (matter) =>
      (policy === undefined || matter.policy.id === policy) && questionsAsked(matter.policy, matter.edition).length > 0,
  )
  const lines = await Promise.all(
    asking.map((matter) => linesFor(turn, matter, { practice, named: asking.length > 1 })),
  )
  return [quietly(turn, showMisunderstood({ practice, asks: asking.length > 0 }, lines.flat()))]
}

const mostLines = 10

async function linesFor(
  { ports }: Turn,
  { edition }: Matter,
  { practice, named }: { readonly practice: boolean; readonly named: boolean },
): Promise<string[]> {
  const counts = await ports.understanding.missed({ policy: edition.policy, edition: edition.id, practice })
  return misunderstoodIn(edition, counts)
    .slice(0, mostLines)
    .map((each) => `${named ? `${edition.title}, ` : ''}${sayMisunderstood(edition, each)}`)
}
