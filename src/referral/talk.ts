// Asking a person: who would get it and what would be sent is shown first; a press sends it.
import { instead, privately, type Reply } from '../chat/replies.ts'
import { accountKey, type Person } from '../chat/people.ts'
import { personOf, type Turn } from '../turn/turn.ts'
import { urgentIn } from '../turn/urgent.ts'
import type { ActionOf } from '../chat/actions.ts'
import type { referralActions, AskingPerson } from './actions.ts'
import {
  showNobody,
  showNoCase,
  showCasePreview,
  showSent,
  showUnknown,
  type CasePreview,
  type Reached,
} from './ask-cards.ts'
import { openCase, type NewCase } from './open-case.ts'
import { readResponsible, type Responsible } from './read-case.ts'
import { tellOf } from './send-told.ts'

/** The form shows their last question, where the card is its answer: no question is kept with a name. */
export async function askPerson(
  turn: Turn,
  { do: _, ...asking }: ActionOf<typeof referralActions, 'ask-person'>,
): Promise<Reply[]> {
  const person = await personOf(turn)
  if (person === undefined) return [privately(showUnknown())]
  const responsible = await readResponsible(turn, asking, person)
  if (responsible.offered.length === 0) return [privately(nobody(turn, responsible))]
  const { memory, event, now, ports } = turn
  const last = memory.of(accountKey(event.account), now)
  const words = asking.question !== undefined && last.kept === asking.question ? (last.question ?? '') : ''
  return [privately(showCasePreview(previewOf(turn, { person, responsible, asking, id: ports.newId(), words })))]
}

export async function sendCase(
  turn: Turn,
  { do: _, case: id, ...asking }: ActionOf<typeof referralActions, 'send-case'>,
  { words = '' }: Readonly<Record<string, string>>,
): Promise<Reply[]> {
  const person = await personOf(turn)
  if (person === undefined) return [privately(showUnknown())]
  const urgent = asking.what === 'safeguarding' ? undefined : urgentIn(turn.library)(words)
  if (urgent !== undefined) return sendUrgently(turn, { person, words, asking: { ...asking, what: 'safeguarding' } })
  const responsible = await readResponsible(turn, asking, person)
  const outcome = await turn.ports.cases.change(id, (found) =>
    openCase(found, newCase(turn, { id, person, responsible, words })),
  )
  switch (outcome.kind) {
    case 'opened':
    case 'already-open':
      return [instead(await sent(turn, { person, responsible, id: outcome.opened.id }))]
    case 'words-empty':
      return [
        instead({
          ...showCasePreview({ ...previewOf(turn, { person, responsible, asking, id, words }), slip: 'words-empty' }),
        }),
      ]
    case 'nobody':
      return [instead(nobody(turn, responsible))]
    case 'not-yours':
      return [instead(showNoCase())]
  }
}

/** What to do now comes first; it goes to the safeguarding lead only if they press again. */
async function sendUrgently(
  turn: Turn,
  { person, asking, words }: { readonly person: Person; readonly asking: AskingPerson; readonly words: string },
): Promise<Reply[]> {
  const help = await turn.doors.say(words)
  const responsible = await readResponsible(turn, asking, person)
  if (responsible.offered.length === 0) return [...help, instead(nobody(turn, responsible))]
  const preview = previewOf(turn, { person, responsible, asking, id: turn.ports.newId(), words })
  return [...help, instead(showCasePreview({ ...preview, slip: 'urgent' }))]
}

interface Given {
  readonly person: Person
  readonly responsible: Responsible
  readonly asking: AskingPerson
  readonly id: string
  readonly words: string
}

function previewOf({ library, desk }: Turn, { person, responsible, asking, id, words }: Given): CasePreview {
  const { policy } = responsible.about
  return {
    asking,
    id,
    route: responsible.route,
    names: responsible.offered.map(({ name }) => name),
    title: policy === undefined ? undefined : desk.shelf.edition(policy)?.title,
    words,
    practice: person.practice,
    from: responsible.from,
    due: responsible.due,
    zone: library.school.zone,
  }
}

function newCase({ now, event }: Turn, { id, person, responsible, words }: Omit<Given, 'asking'>): NewCase {
  return {
    id,
    at: now,
    asker: person.id,
    practice: person.practice,
    platform: event.account.platform,
    route: responsible.route,
    about: responsible.about,
    offered: responsible.offered.map((each) => each.id),
    due: responsible.due,
    words,
  }
}

async function sent(turn: Turn, { person, responsible, id }: Pick<Given, 'person' | 'responsible' | 'id'>) {
  const opened = await turn.ports.cases.find(id)
  const { tried, arrived } = opened === undefined ? { tried: 0, arrived: 0 } : await tellOf(turn, [opened])
  const reached: Reached = tried === 0 ? 'later' : arrived > 0 ? 'now' : 'unreached'
  const names = responsible.offered.map(({ name }) => name)
  return showSent({ id, names, route: responsible.route, due: responsible.due, practice: person.practice }, reached)
}

function nobody({ library }: Turn, { route }: Responsible) {
  const { contacts } = library.school
  return showNobody(route, (route === 'safeguarding' ? contacts.safeguarding : contacts.slt)?.how)
}
