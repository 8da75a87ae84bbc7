// Asking: urgent matters first, then whatever else somebody says, with the subject of the conversation in mind.
import { defined } from '../kit/defined.ts'
import { citedOn } from '../guide/edition.ts'
import { accountKey } from '../chat/people.ts'
import { here, privately, type Reply } from '../chat/replies.ts'
import { redact } from '../kit/redact.ts'
import { shorten, wordsOf } from '../kit/text.ts'
import { showQuoted } from '../reading/cards.ts'
import { readingActions } from '../reading/actions.ts'
import type { KeptQuestion } from '../ports/ports.ts'
import { personOf, type Turn } from '../turn/turn.ts'
import { ask } from '../search/ask.ts'
import type { Citation } from '../policy/types.ts'
import { languageOf, purposeOf, questionsIn } from '../search/purposes.ts'
import { showAnswer, showUrgent, type AnswerFrame } from './cards.ts'
import { choicesAmong } from './choices.ts'
import { readOn } from './follow.ts'
import { knownIn } from './known.ts'
import { tellKnown } from './known-talk.ts'
import { sayContact, showLanguage, showSilent } from './purpose-cards.ts'
import { hearPurpose, whereaboutsOf, allQuietly } from './purpose-talk.ts'
import { urgentIn } from '../turn/urgent.ts'
import { tellLead } from '../referral/send-urgent.ts'
import { showRated } from './rated-card.ts'
import { scenarioFor } from './scenario.ts'
import { staysUrgent, hearStillUrgent } from './urgent-talk.ts'
import { noteLesson } from './lesson-talk.ts'
import { showWhichSection } from './which-card.ts'
import { knowsWord } from '../search/query.ts'
import type { Answer, UrgentKind } from '../search/types.ts'

/** Urgent instructions are private, even where others can read. The next message is taken to be about them too. */
export async function hearUrgent(turn: Turn, { kind, text }: { kind: UrgentKind; text: string }): Promise<Reply[]> {
  const answer = ask(turn.desk.index, text)
  const kept = keep(turn, { id: turn.ports.newId(), text: '', answer, outcome: 'urgent' })
  await kept.catch((error: unknown) => turn.ports.log.error({ error }, 'an urgent message could not be counted'))
  const { shelf } = turn.desk
  // The help stays, whatever the policies now say; a step that they no longer contain is not attributed to them.
  const steps = kind.steps.map((step) => ({ ...step, cites: citedOn(shelf, step.cites) }))
  const told = await tellAtOnce(turn, kind.id)
  turn.memory.begin(accountKey(turn.event.account), { urgent: { ...kind, steps } }, turn.now)
  const related = answer.outcome === 'answered' ? answer.matches : []
  return [privately(showUrgent({ ...kind, steps }, { shelf, related, told }))]
}

/** Once, for as long as they stay with the subject. Help comes first, whatever happens to this record. */
async function tellAtOnce(turn: Turn, need: string): Promise<boolean> {
  const { event, memory, now, ports } = turn
  if (event.outsider === true || memory.of(accountKey(event.account), now).urgent !== undefined) return false
  try {
    return await tellLead(turn, need, await personOf(turn))
  } catch (error) {
    ports.log.error({ error }, 'the safeguarding lead could not be told of urgent help')
    return false
  }
}

/** Handles whatever no other door hears: another language, something about the last answer, a known fact, questions. */
export async function hearMessage(turn: Turn, said: string): Promise<Reply[]> {
  const text = said.trim()
  const { urgent } = turn.memory.of(accountKey(turn.event.account), turn.now)
  if (urgent !== undefined && staysUrgent(text, turn.desk.index)) return hearStillUrgent(turn, { urgent, text })
  const language = languageOf(text)
  if (language !== undefined)
    return allQuietly(turn, [here(showLanguage(language, turn.library.school.contacts.slt?.how))])
  const purpose = purposeOf(text)
  if (purpose !== undefined) return allQuietly(turn, await hearPurpose(turn, purpose))
  const replies: Reply[] = []
  for (const question of questionsIn(text)) replies.push(...(await hearOne(turn, question)))
  return allQuietly(turn, replies)
}

async function hearOne(turn: Turn, text: string): Promise<Reply[]> {
  const known = knownIn(text, turn.desk.shelf.policies)
  const told = known === undefined ? [] : await tellKnown(turn, { known, text })
  return told.length > 0 ? told : hearQuestion(turn, text)
}

async function hearQuestion(turn: Turn, text: string): Promise<Reply[]> {
  const { event, now, ports, desk, memory } = turn
  const account = accountKey(event.account)
  const before = memory.of(account, now)
  // Nothing goes on from what no policy answered.
  const { question, answer, silentOn } = readOn(text, before.shown && before.question, desk.index)
  const place = whereaboutsOf(turn, before)
  const id = ports.newId()
  if (silentOn !== undefined && place?.section !== undefined) {
    await keep(turn, { id, text: question, answer, outcome: 'not-covered' })
    return [here(showSilent({ ...place, section: place.section }, silentOn, desk.shelf))]
  }
  const [best] = answer.outcome === 'not-covered' ? [] : answer.matches
  const policy = best?.cites.policy ?? before.policy
  const choices = answer.why === 'which' ? choicesAmong(question, answer.matches) : undefined
  const among = choices?.of.map(({ match }) => match.cites)
  const about = { question, kept: id, ...defined({ policy, among }) }
  memory.begin(account, best === undefined ? about : { ...about, shown: best.cites }, now)
  await keep(turn, { id, text: question, answer, outcome: answer.outcome })
  const asked = askedIn(turn, { id, question })
  return [
    here(
      choices === undefined
        ? showAnswer(answer, asked)
        : showWhichSection(choices, { question: id, scenario: asked.scenario }),
    ),
  ]
}

function askedIn({ event, desk, library }: Turn, { id, question }: { id: string; question: string }): AnswerFrame {
  const quietly = event.kind === 'said' && event.quietly === true
  return {
    shelf: desk.shelf,
    question: id,
    scenario: scenarioFor(question, library.scenarios),
    contact: sayContact(library.school.contacts.slt),
    shareAs: quietly && event.place.kind === 'shared' ? id : undefined,
  }
}

type Chosen = Citation & { readonly question: string; readonly instead?: boolean | undefined }

/** The section that somebody chose, out of those offered, as the answer to their question. */
export async function hearChoice(
  turn: Turn,
  { question: id, instead, policy, edition, section }: Chosen,
): Promise<Reply[]> {
  const cites = { policy, edition, section }
  const kept = await turn.ports.store.question(id)
  const answer = kept === undefined ? undefined : ask(turn.desk.index, kept.text)
  const chosen = answer?.matches.find(
    (match) => match.section.ref === section && match.edition.id === edition && match.edition.policy === policy,
  )
  if (kept !== undefined && instead === true) await noteLesson(turn, kept, cites)
  if (kept === undefined || answer === undefined || chosen === undefined)
    return turn.doors.follow(readingActions('read', cites))
  turn.memory.begin(accountKey(turn.event.account), { question: kept.text, kept: id, policy, shown: cites }, turn.now)
  const asked = askedIn(turn, { id, question: kept.text })
  return [privately(showAnswer({ ...answer, outcome: 'answered', matches: [chosen] }, asked))]
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

/** Some platforms let people write something beside a thumb: it is read for urgent matters, and not kept. */
export async function hearRating(
  turn: Turn,
  rating: { question: string; helpful: boolean },
  fields: Readonly<Record<string, string>>,
): Promise<Reply[]> {
  const known = await turn.ports.store.rateQuestion(rating.question, rating.helpful)
  const words = Object.values(fields).filter((each) => each.trim() !== '')
  for (const each of words) {
    const kind = urgentIn(turn.library)(each)
    if (kind !== undefined) return hearUrgent(turn, { kind, text: each })
  }
  return [privately(showRated(turn.desk.shelf, { ...rating, known, wrote: words.length > 0 }))]
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
