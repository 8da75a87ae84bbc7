// "Can I post this?" as a conversation: start, draft, answer, change an answer. The card carries the whole way.
import { defined } from '../kit/defined.ts'
import type { ActionOf } from '../chat/actions.ts'
import { opening, type Opening } from '../chat/opening.ts'
import { urgentIn } from '../turn/urgent.ts'
import type { checkActions } from './actions.ts'
import { sayAwaited, showAwaited } from './idle.ts'
import type { Card } from '../chat/cards.ts'
import { here, instead, privately, type Reply } from '../chat/replies.ts'
import { staleCard } from '../chat/wording.ts'
import { never } from '../kit/never.ts'
import type { Turn } from '../turn/turn.ts'
import { fittingAnswers, misfitOf } from './answers.ts'
import { sortAnswers } from './aside.ts'
import { bind } from './bind.ts'
import { showOutdated, showQuestion, showRevisited, showStart, showTicks, showUrgentFirst, showWhich } from './cards.ts'
import { contradictionIn } from './contradict.ts'
import { showContradiction } from './contradict-card.ts'
import { decide } from './decide.ts'
import { readDraft } from './detect.ts'
import { scenariosAbout, usualScenario } from '../guide/find.ts'
import { answersTicked, questionsToTick } from './ticks.ts'
import { findingKinds, type Answers, type Ruling, type Scenario, type CheckStep } from '../guide/scenario.ts'
import { codeFrom, hashOfReference, referenceOf, sayReference, type Reference } from './reference.ts'
import { showVerdict, type Book } from './verdict.ts'
import type { CheckWay } from './way.ts'
import { answersInTheseWords, wordsOfAnswers, wordsOfTicks, type AnswerHashes } from './words.ts'

type AnswerAction = ActionOf<typeof checkActions, 'answer' | 'revisit' | 'resume'>

/**
 * The usual scenario, with the draft that came along; where it waits for its policy, it says so. A school whose
 * scenarios are about other matters is asked which of them is meant.
 */
export function begin(turn: Turn, draft?: string): Promise<Reply[]> | Reply[] {
  const { scenarios, idle = [] } = turn.library
  const scenario = usualScenario(scenarios) ?? usualScenario(idle) ?? (scenarios.length === 0 ? idle[0] : undefined)
  if (scenario === undefined && scenarios.length > 0) return [quietlyIn(turn)(showWhich(scenarios))]
  if (scenario === undefined) return turn.doors.follow(opening('help'))
  return draft === undefined || draft === ''
    ? startCheck(turn, { scenario: scenario.id })
    : hearDraft(turn, { scenario: scenario.id, draft })
}

/**
 * "Check this with me", beside a section: the scenario about that section; where there are several, the person chooses.
 */
export function beginAbout(turn: Turn, { policy, section }: Opening): Promise<Reply[]> | Reply[] {
  if (policy === undefined) return begin(turn)
  const { scenarios } = turn.library
  const own = scenarios.filter((each) => each.policy === policy)
  const [one, ...more] = section === undefined ? own : scenariosAbout(scenarios, { policy, section })
  if (one === undefined) return begin(turn)
  return more.length === 0 ? startCheck(turn, { scenario: one.id }) : [quietlyIn(turn)(showWhich([one, ...more]))]
}

/** A check is private, even if it was asked for where others can read. */
export async function startCheck(turn: Turn, { scenario: id }: { scenario: string }): Promise<Reply[]> {
  const known = lookUp(turn, id)
  if (known === undefined) return [privately(cannotCheck(turn, id))]
  const { scenario, book } = known
  const way: CheckWay = { scenario, answers: scenario.start?.answers ?? {}, found: [] }
  const step = await decide(scenario, way.answers, [])
  if (step.kind === 'conclude') return [quietlyIn(turn)(showVerdict(way, step.verdict, book))]
  const others = turn.library.scenarios.filter((each) => each.id !== id)
  return [quietlyIn(turn)(showStart(scenario, step.question, others))]
}

/**
 * The draft is read here and kept nowhere: only the kinds of findings go on, in the card. A draft about something
 * urgent starts with what to do now.
 */
export async function hearDraft(
  turn: Turn,
  { scenario: id, draft }: { scenario: string; draft: string },
): Promise<Reply[]> {
  const { event, library, ports } = turn
  const known = lookUp(turn, id)
  if (known === undefined) return [privately(cannotCheck(turn, id))]
  const { scenario, book } = known
  const urgent = urgentIn(library)(draft)
  const names = await ports.directory.names()
  const { name, shortNames } = library.school
  const passages = await readDraft(draft, { names, schoolNames: [name, ...shortNames] })
  const found = [...(urgent === undefined ? [] : (['urgent'] as const)), ...passages.map(({ kind }) => kind)]
  const way: CheckWay = {
    scenario,
    answers: scenario.start?.answers ?? {},
    found,
    passages,
    freshly: draft.trim() !== '',
  }
  const cite = ({ policy, section }: { policy: string; section: string }) =>
    `${turn.desk.shelf.edition(policy)?.title ?? policy} ${section}`
  const card = urgent === undefined ? await showStep(way, book) : showUrgentFirst(way, urgent, cite)
  return [event.kind === 'pressed' ? instead(card) : quietlyIn(turn)(card)]
}

export async function hearAnswer(
  turn: Turn,
  action: AnswerAction,
  fields: Readonly<Record<string, string>> = {},
): Promise<Reply[]> {
  const known = lookUp(turn, action.scenario)
  if (known === undefined) return [privately(staleCard())]
  const { scenario } = known
  const found = findingKinds.filter((kind) => action.found.includes(kind))
  const way: CheckWay = {
    scenario,
    answers: action.answers,
    found,
    ...defined({ oneByOne: action.oneByOne ? true : undefined }),
  }
  // The question being answered may have had another answer before.
  const before = action.do === 'answer' ? without(action.answers, action.question) : action.answers
  const fitting = answersInTheseWords(scenario, fittingAnswers(scenario, before), action.words)
  if (Object.keys(fitting).length < Object.keys(before).length)
    return [instead(showOutdated({ ...way, answers: fitting }))]
  switch (action.do) {
    case 'answer':
      return answer(turn, { known, way }, action)
    case 'revisit': {
      const question = scenario.questions.find(({ id }) => id === action.question)
      return [instead(question === undefined ? showOutdated(way) : showRevisited(way, question))]
    }
    case 'resume':
      return action.ticks === undefined
        ? [instead(await showStep(way, known.book))]
        : tick(turn, { known, way }, { ticks: action.ticks, words: action.words ?? {}, fields })
    default:
      return never(action)
  }
}

function without(answers: Answers, question: string): Answers {
  return Object.fromEntries(Object.entries(answers).filter(([id]) => id !== question))
}

interface Here {
  readonly known: Known
  readonly way: CheckWay
}

async function answer(
  turn: Turn,
  { known: { scenario, book }, way }: Here,
  { question, choice, words = {} }: ActionOf<typeof checkActions, 'answer'>,
): Promise<Reply[]> {
  const isOld = words[question] !== wordsOfAnswers(scenario, { [question]: choice })[question]
  if (misfitOf(scenario, { question, choice }) !== undefined || isOld) return [instead(showOutdated(way))]
  return goOn(turn, { ...way, answers: { ...way.answers, [question]: choice } }, book)
}

/** What was ticked, without anything that no longer counts because of it. */
async function tick(
  turn: Turn,
  { known: { scenario, book }, way }: Here,
  { ticks, words, fields }: { ticks: readonly string[]; words: AnswerHashes; fields: Readonly<Record<string, string>> },
): Promise<Reply[]> {
  const questions = scenario.questions.filter(({ id }) => ticks.includes(id))
  const isOld = questions.length < ticks.length || questions.some((each) => words[each.id] !== wordsOfTicks(each))
  if (isOld) return [instead(showOutdated(way))]
  const ticked = answersTicked(questions, fields)
  const { counting } = sortAnswers(scenario, { ...way.answers, ...ticked }, way.found)
  const kept = Object.fromEntries(Object.entries(ticked).filter(([question]) => Object.hasOwn(counting, question)))
  return goOn(turn, { ...way, answers: { ...way.answers, ...kept } }, book)
}

async function goOn(turn: Turn, way: CheckWay, book: Book): Promise<Reply[]> {
  const contradiction = contradictionIn(way.scenario, way.answers, way.found)
  if (contradiction !== undefined) return [instead(showContradiction(way, contradiction))]
  const step = await decide(way.scenario, way.answers, way.found)
  if (step.kind === 'ask') return [instead(showAsked(way, step))]
  const { verdict } = step
  const code = verdict.ruling === 'not-for-this-tool' ? undefined : codeFrom(turn.ports.newId())
  const kept = { ...book, code }
  await keepRuling(turn, verdict.ruling, referenceOf(way.scenario, verdict, kept))
  return [instead(showVerdict(way, verdict, kept))]
}

interface Known {
  /** Tied to the edition in force. */
  readonly scenario: Scenario
  readonly book: Book
}

function lookUp({ library, desk }: Turn, id: string): Known | undefined {
  const scenario = library.scenarios.find((each) => each.id === id)
  const policy = desk.shelf.policies.find((each) => each.id === scenario?.policy)
  const edition = policy && desk.shelf.edition(policy.id)
  if (scenario === undefined || policy === undefined || edition === undefined) return undefined
  const { slt, police } = library.school.contacts
  const { today } = desk.shelf
  const book = { policy, edition, shelf: desk.shelf, today, contact: slt?.how, police: police?.how }
  return { scenario: bind(scenario, { edition, today }).scenario, book }
}

function cannotCheck({ library }: Turn, id: string): Card {
  const awaited = sayAwaited(library, id)
  return awaited === undefined ? staleCard() : showAwaited(awaited, library.school.contacts.slt?.how)
}

function quietlyIn({ event }: Turn): (card: Card) => Reply {
  return event.place.kind === 'shared' ? privately : here
}

async function showStep(way: CheckWay, book: Book): Promise<Card> {
  const contradiction = contradictionIn(way.scenario, way.answers, way.found)
  if (contradiction !== undefined) return showContradiction(way, contradiction)
  const step = await decide(way.scenario, way.answers, way.found)
  return step.kind === 'conclude' ? showVerdict(way, step.verdict, book) : showAsked(way, step)
}

function showAsked(way: CheckWay, step: Extract<CheckStep, { kind: 'ask' }>): Card {
  const together = way.oneByOne === true ? [] : questionsToTick(way.scenario, step.question, way)
  return together.length > 0 ? showTicks(way, together, step) : showQuestion(way, step.question, step)
}

/** For a protected matter nothing is kept, not even that somebody came with one. */
async function keepRuling({ ports, event, now }: Turn, ruling: Ruling, reference: Reference): Promise<void> {
  const hash = hashOfReference(sayReference(reference))
  if (hash === undefined) return
  const { scenario, edition, version } = reference
  await ports.store.keepRuling({ account: event.account, at: now, scenario, ruling, edition, version, hash })
  ports.meter.ruled(ruling)
}
