// A policy's owner looks at what people's questions teach, and adopts or withdraws a proposal. Nothing is adopted
// automatically.
import type { Block } from '../chat/cards.ts'
import { buttons, text } from '../chat/cards.ts'
import { opening } from '../chat/opening.ts'
import type { Person } from '../chat/people.ts'
import { privately, type Reply } from '../chat/replies.ts'
import { pointedRef, proposalKey, proposalsFrom, type QuestionProposal } from '../guide/proposals.ts'
import { may } from '../people/may.ts'
import { findSection } from '../policy/force.ts'
import type { Shelf } from '../policy/shelf.ts'
import { groupQuestions } from '../search/question-groups.ts'
import { subjectTerms } from '../search/terms.ts'
import { permitAny, quietly } from '../turn/permit.ts'
import type { Turn } from '../turn/turn.ts'
import { showProposals, type Pointed, type Proposals } from './proposals-card.ts'

export async function openProposals(turn: Turn): Promise<Reply[]> {
  const permitted = await permitAny(turn, 'teach')
  if (permitted.kind === 'refused') return permitted.replies
  return [privately(showProposals(await readProposals(turn, permitted.by)))]
}

export async function takeUp(turn: Turn, { key }: { readonly key: string }): Promise<Reply[]> {
  const permitted = await permitAny(turn, 'teach')
  if (permitted.kind === 'refused') return permitted.replies
  const { by } = permitted
  const proposal = (await waitingFor(turn, by)).find((each) => each.key === key)
  if (proposal === undefined)
    return [await again(turn, by, 'That proposal is gone: it was taken up already, or is too old.')]
  const { policy, pointer, questions } = proposal
  await turn.ports.lessons.takeUp({ key, policy, pointer, questions, practice: by.practice, by: by.id, at: turn.now })
  return [await again(turn, by, 'Taken up. From now on these questions are answered by that section.')]
}

export async function withdrawTaught(turn: Turn, { key }: { readonly key: string }): Promise<Reply[]> {
  const permitted = await permitAny(turn, 'teach')
  if (permitted.kind === 'refused') return permitted.replies
  const { by } = permitted
  const mine = (await turn.ports.lessons.taught()).some((each) => each.key === key && each.practice === by.practice)
  const withdrawn = mine && (await turn.ports.lessons.withdraw(key, { by: by.id, at: turn.now }))
  const line = withdrawn
    ? 'Withdrawn. These questions are answered as they were before.'
    : 'That was withdrawn already. Nothing was changed.'
  return [await again(turn, by, line)]
}

export async function takeUpNote(turn: Turn, { note }: { readonly note: string }): Promise<Reply[]> {
  return decideNote(turn, note, 'takeUp')
}

export async function withdrawNote(turn: Turn, { note }: { readonly note: string }): Promise<Reply[]> {
  return decideNote(turn, note, 'withdraw')
}

async function decideNote(turn: Turn, note: string, verb: 'takeUp' | 'withdraw'): Promise<Reply[]> {
  const permitted = await permitAny(turn, 'teach')
  if (permitted.kind === 'refused') return permitted.replies
  const { by } = permitted
  const { schoolNotes } = turn.ports
  const mine = (await schoolNotes.standing()).some(({ id, practice }) => id === note && practice === by.practice)
  const done = mine && (await schoolNotes[verb](note, { by: by.id, at: turn.now }))
  return [await again(turn, by, done ? decided[verb] : 'That was decided already. Nothing was changed.')]
}

const decided = {
  takeUp: 'Taken up. From now on the note stands below that section.',
  withdraw: 'Withdrawn. Nobody is shown that note.',
} as const

async function again(turn: Turn, by: Person, line: string): Promise<Reply> {
  return quietly(turn, showProposals(await readProposals(turn, by), line))
}

/** For the home page of people who may adopt one. */
export async function proposalBlocks(turn: Turn, person: Person | undefined): Promise<Block[]> {
  if (person === undefined || !may(person, 'teach', turn.desk.shelf.today)) return []
  const count = (await waitingFor(turn, person)).length + (await notesFor(turn, person)).waiting.length
  if (count === 0) return []
  const line = `People’s questions teach something: ${count} ${count === 1 ? 'proposal waits' : 'proposals wait'} for you.`
  return [text(line), buttons({ label: 'Look at the proposals', action: opening('proposals') })]
}

/** Without what was adopted, and without what the editions in force no longer say. */
async function waitingFor({ ports, desk, library, now }: Turn, { practice }: Person): Promise<QuestionProposal[]> {
  const since = new Date(now.getTime() - library.school.keptDays * 24 * 60 * 60 * 1000)
  const [lessons, taught] = await Promise.all([ports.lessons.since(since), ports.lessons.taught()])
  const done = new Set(taught.map(({ key }) => key))
  return proposalsFrom(
    lessons.filter((each) => each.practice === practice),
    { subject: subjectTerms, keyOf: proposalKey(practice) },
  ).filter((each) => !done.has(each.key) && locate(each, desk.shelf) !== undefined)
}

function locate(
  { key, policy, pointer, questions }: Pick<QuestionProposal, 'key' | 'policy' | 'pointer' | 'questions'>,
  shelf: Shelf,
): Pointed | undefined {
  const edition = shelf.edition(policy)
  const ref = edition && pointedRef(pointer, edition)
  const section = ref === undefined ? undefined : edition && findSection(edition, ref)
  return edition === undefined || section === undefined ? undefined : { key, questions, edition, section }
}

/** Without notes that have lapsed, and without those whose section is not in the editions in force. */
async function notesFor({ ports, desk: { shelf } }: Turn, { practice }: Person): Promise<Proposals['notes']> {
  const all = await ports.schoolNotes.standing()
  const placed = all
    .filter((each) => each.practice === practice && each.until >= shelf.today)
    .flatMap((each) => {
      const found = locate({ key: each.id, questions: [], policy: each.policy, pointer: each.pointer }, shelf)
      return found === undefined ? [] : [{ ...each, edition: found.edition, section: found.section }]
    })
  return {
    waiting: placed.filter(({ takenUp }) => !takenUp),
    standing: placed.filter(({ takenUp }) => takenUp),
  }
}

const mostUnhelpful = 5
const mostRead = 200

async function readProposals(turn: Turn, by: Person): Promise<Proposals> {
  const { ports, desk, library, now } = turn
  const since = new Date(now.getTime() - library.school.keptDays * 24 * 60 * 60 * 1000)
  const [waiting, taught, lessons, marked, notes] = await Promise.all([
    waitingFor(turn, by),
    ports.lessons.taught(),
    ports.lessons.since(since),
    ports.store.questions({ which: 'unhelpful', since, most: mostRead }),
    notesFor(turn, by),
  ])
  const shown = new Set(lessons.map(({ id }) => id))
  const unhelpful = groupQuestions(marked.filter(({ id, text }) => text !== '' && !shown.has(id)))
  return {
    waiting: waiting.flatMap((each) => {
      const found = locate(each, desk.shelf)
      return found === undefined ? [] : [{ ...found, asked: each.asked, byPeople: each.byPeople }]
    }),
    taken: taught.filter(({ practice }) => practice === by.practice).flatMap((each) => locate(each, desk.shelf) ?? []),
    notes,
    unhelpful: unhelpful.slice(0, mostUnhelpful),
  }
}
