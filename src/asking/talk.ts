// Asking: urgent matters first, then the question with the one before it in mind, and what is kept of both.
import { citedOn } from '../guide/edition.ts'
import { accountKey } from '../chat/people.ts'
import { here, privately, type Reply } from '../chat/replies.ts'
import { redact } from '../kit/redact.ts'
import { fold, shorten, wordsOf } from '../kit/text.ts'
import { showQuoted } from '../reading/cards.ts'
import type { KeptQuestion } from '../ports/ports.ts'
import type { Turn } from '../turn/turn.ts'
import { ask } from '../search/ask.ts'
import { showAnswer, showUrgent } from './cards.ts'
import { showRated } from './rated-card.ts'
import { knowsWord } from '../search/query.ts'
import { stem } from '../search/terms.ts'
import type { Answer, UrgentKind } from '../search/types.ts'

/** Urgent instructions are for the person alone, even where others can read. */
export async function hearUrgent(turn: Turn, { kind, text }: { kind: UrgentKind; text: string }): Promise<Reply[]> {
  const answer = ask(turn.desk.index, text)
  await keep(turn, { id: turn.ports.newId(), text: '', answer, outcome: 'urgent' })
  const related = answer.outcome === 'answered' ? answer.matches : []
  const { shelf } = turn.desk
  // The help stays, whatever the policies say by now; only what they do not say is not put down to them.
  const steps = kind.steps.map((step) => ({ ...step, cites: citedOn(shelf, step.cites) }))
  return [privately(showUrgent({ ...kind, steps }, { shelf, related }))]
}

export async function hearQuestion(turn: Turn, text: string): Promise<Reply[]> {
  const { event, now, ports, desk, memory } = turn
  const account = accountKey(event.account)
  const question = withContext(text.trim(), memory.of(account, now).question)
  const answer = ask(desk.index, question)
  const [best] = answer.outcome === 'answered' ? answer.matches : []
  const id = ports.newId()
  memory.note(account, { question, answered: id, ...(best === undefined ? {} : { policy: best.cites.policy }) }, now)
  await keep(turn, { id, text: question, answer, outcome: answer.outcome })
  const quietly = event.kind === 'said' && event.quietly === true
  const card = showAnswer(answer, {
    shelf: desk.shelf,
    question: id,
    scenario: speaksOfPosting(question) ? turn.library.scenarios[0]?.id : undefined,
    contact: turn.library.school.contacts.slt?.how,
    shareAs: quietly && event.place.kind === 'shared' ? id : undefined,
  })
  return [quietly ? privately(card) : here(card)]
}

/** Sections to choose from while somebody types; all of them, in order, before the first word. */
export function offerSections({ desk }: Turn, query: string): Reply[] {
  const cards =
    wordsOf(query).length === 0
      ? desk.index.sections.map(({ edition, section }) => showQuoted(edition, section, desk.shelf))
      : ask(desk.index, query).matches.map(({ edition, section }) => showQuoted(edition, section, desk.shelf))
  return cards.slice(0, mostOffered).map((card) => ({ to: 'surface', card }))
}

const mostOffered = 10

export async function hearRating(turn: Turn, rating: { question: string; helpful: boolean }): Promise<Reply[]> {
  const known = await turn.ports.store.rateQuestion(rating.question, rating.helpful)
  return [privately(showRated(turn.desk.shelf, { ...rating, known }))]
}

async function keep(
  { ports, now, desk }: Turn,
  { id, text, answer, outcome }: { id: string; text: string; answer: Answer; outcome: KeptQuestion['outcome'] },
): Promise<void> {
  const best = outcome === 'not-covered' ? undefined : answer.matches[0]
  const names = text === '' ? [] : await ports.directory.names()
  const isCommon = (word: string) => knowsWord(word, desk.index)
  await ports.store.keepQuestion({
    id,
    at: now,
    text: redact(shorten(text, 500), { names, isCommon }),
    outcome,
    policy: best?.cites.policy,
    section: best?.cites.section,
    certainty: answer.certainty,
  })
  ports.meter.asked(outcome)
}

const postingStems = new Set(
  ['post', 'share', 'upload', 'publish', 'tweet', 'retweet', 'repost', 'tag', 'put'].map(stem),
)

function speaksOfPosting(question: string): boolean {
  return wordsOf(question).some((word) => postingStems.has(stem(word)))
}

/** A follow-up such as "and what about parents?" together with the question before it; any other question as it is. */
export function withContext(question: string, before: string | undefined): string {
  if (before === undefined || question.length > 120) return question
  return /^(and|but|what about|how about|what if|or|even|also)\b/.test(fold(question))
    ? `${before} ${question}`
    : question
}
