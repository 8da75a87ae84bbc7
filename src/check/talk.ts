// "Can I post this?" as a conversation: start, draft, answer, change an answer. The card carries the whole way.
import type { Action } from '../chat/actions.ts'
import type { Card } from '../chat/cards.ts'
import { here, instead, privately, type Reply } from '../chat/replies.ts'
import { staleCard } from '../chat/wording.ts'
import { never } from '../kit/never.ts'
import type { Turn } from '../turn/turn.ts'
import { fittingAnswers, misfitOf } from './answers.ts'
import { showOutdated, showQuestion, showRevisited, showStart } from './cards.ts'
import { decide } from './decide.ts'
import { detect } from './detect.ts'
import { findingKinds, type Ruling, type Scenario } from '../guide/scenario.ts'
import { showVerdict, type Book } from './verdict.ts'
import type { Way } from './way.ts'

type AnswerAction = Extract<Action, { do: 'answer' | 'revisit' | 'resume' }>

/** A check is for the person alone, also when it is asked for where others can read. */
export function startCheck(turn: Turn, { scenario: id }: { scenario: string }): Reply[] {
  const found = lookUp(turn, id)
  if (found === undefined) return [privately(staleCard())]
  return [begin(turn)(showStart(found.scenario))]
}

/** The draft is read here and nowhere kept: only the kinds of findings go on, in the card. */
export async function hearDraft(
  turn: Turn,
  { scenario: id, draft }: { scenario: string; draft: string },
): Promise<Reply[]> {
  const { event, library, ports } = turn
  const known = lookUp(turn, id)
  if (known === undefined) return [privately(staleCard())]
  const names = await ports.directory.names()
  const { name, shortNames } = library.school
  const found = await detect(draft, { names, schoolNames: [name, ...shortNames] })
  const { card } = await showStep(
    { scenario: known.scenario, answers: {}, found, freshly: draft.trim() !== '' },
    known.book,
  )
  return [event.kind === 'pressed' ? instead(card) : begin(turn)(card)]
}

export async function hearAnswer(turn: Turn, action: AnswerAction): Promise<Reply[]> {
  const known = lookUp(turn, action.scenario)
  if (known === undefined) return [privately(staleCard())]
  const { scenario, book } = known
  const way = { scenario, answers: action.answers, found: findingKinds.filter((kind) => action.found.includes(kind)) }
  const fitting = { ...way, answers: fittingAnswers(scenario, action.answers) }
  if (Object.keys(fitting.answers).length < Object.keys(action.answers).length) return [instead(showOutdated(fitting))]
  switch (action.do) {
    case 'answer': {
      if (misfitOf(scenario, action) !== undefined) return [instead(showOutdated(fitting))]
      const answers = { ...way.answers, [action.question]: action.choice }
      const { card, ruling } = await showStep({ ...way, answers }, book)
      await keepRuling(turn, scenario.id, ruling)
      return [instead(card)]
    }
    case 'revisit': {
      const question = scenario.questions.find(({ id }) => id === action.question)
      return [instead(question === undefined ? showOutdated(fitting) : showRevisited(way, question))]
    }
    case 'resume':
      return [instead((await showStep(way, book)).card)]
    default:
      return never(action)
  }
}

function lookUp({ library, desk }: Turn, id: string): { scenario: Scenario; book: Book } | undefined {
  const scenario = library.scenarios.find((each) => each.id === id)
  const policy = desk.shelf.policies.find((each) => each.id === scenario?.policy)
  const edition = policy && desk.shelf.edition(policy.id)
  if (scenario === undefined || policy === undefined || edition === undefined) return undefined
  const { slt, police } = library.school.contacts
  return { scenario, book: { policy, edition, shelf: desk.shelf, contact: slt?.how, police: police?.how } }
}

function begin({ event }: Turn): (card: Card) => Reply {
  return event.place.kind === 'shared' ? privately : here
}

async function showStep(way: Way, book: Book): Promise<{ card: Card; ruling: Ruling | undefined }> {
  const step = await decide(way.scenario, way.answers, way.found)
  return step.kind === 'ask'
    ? { card: showQuestion(way, step.question), ruling: undefined }
    : { card: showVerdict(way, step.verdict, book), ruling: step.verdict.ruling }
}

/** Of a protected matter nothing is kept, not even that somebody came with one. */
async function keepRuling({ ports, event, now }: Turn, scenario: string, ruling: Ruling | undefined): Promise<void> {
  if (ruling === undefined || ruling === 'not-for-this-tool') return
  await ports.store.keepRuling({ account: event.account, at: now, scenario, ruling })
  ports.meter.ruled(ruling)
}
