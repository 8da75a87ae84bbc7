// Tells people what happened in a case, through the outbox: where they asked, or where they can be reached.
import type { Card } from '../chat/cards.ts'
import type { Person } from '../chat/people.ts'
import { deliverOne } from '../outbox/deliver.ts'
import { hasArrived } from '../outbox/slt.ts'
import type { Letter, Planned } from '../outbox/types.ts'
import type { Case } from '../ports/cases.ts'
import type { Notice } from '../ports/notices.ts'
import { clockOf } from '../turn/beat.ts'
import type { Turn } from '../turn/turn.ts'
import { namingOf, showCase, showLine, showOffered, type CaseShown } from './case-cards.ts'
import { tellingsOf, type Telling, type Told } from './tell.ts'
import { sayTold, titleTold } from './words.ts'

export type CaseSending = Pick<Turn, 'ports' | 'library' | 'desk' | 'now'>

/** Sends everything about these cases that was not told yet. Returns how many of those arrived. */
export async function tellOf(turn: CaseSending, cases: readonly Case[]): Promise<{ tried: number; arrived: number }> {
  const { ports, library, now } = turn
  const people = await readPeople(turn, cases)
  const clock = clockOf(turn)
  const due = cases.flatMap((kept) =>
    tellingsOf(kept, { now, calendar: library.school.calendar, people })
      .filter(({ at }) => at <= now)
      .map((telling) => ({ kept, telling })),
  )
  const done = new Set(
    (await ports.notices.find(due.map(({ telling }) => telling.key))).filter(isDone(now)).map(({ key }) => key),
  )
  const open = withoutDoubles(due.filter(({ telling }) => !done.has(telling.key)))
  // Written down before the first is sent, so that a crash loses none.
  for (const { telling } of open)
    await ports.notices.plan({ key: telling.key, kind: 'case', person: telling.person, at: telling.at })
  const became = await Promise.all(open.map((each) => deliverOne(ports, noticeFor(turn, each, people), clock)))
  return { tried: open.length, arrived: became.filter(hasArrived).length }
}

interface Due {
  readonly kept: Case
  readonly telling: Telling
}

/** Somebody who is only now offered a case is not reminded of it at the same time. */
function withoutDoubles(due: readonly Due[]): readonly Due[] {
  const offered = new Set(
    due.flatMap(({ kept, telling }) => (telling.what === 'offer' ? [`${kept.id} ${telling.person}`] : [])),
  )
  return due.filter(({ kept, telling }) => telling.what !== 'again' || !offered.has(`${kept.id} ${telling.person}`))
}

function isDone(now: Date): (notice: Notice) => boolean {
  return ({ state, nextAt = now }) => {
    if (state === 'planned') return false
    return state === 'failed' ? nextAt > now : true
  }
}

type People = ReadonlyMap<string, Person>

/** Everybody who is mentioned in these cases. */
export async function readPeople({ ports }: Pick<CaseSending, 'ports'>, cases: readonly Case[]): Promise<People> {
  const ids = new Set(
    cases.flatMap(({ asker, offered, taker, messages }) => [asker, ...offered, taker, ...messages.map(({ by }) => by)]),
  )
  const known = new Map<string, Person>()
  for (const id of ids) {
    const person = id === undefined ? undefined : await ports.people.byId(id)
    if (id !== undefined && person !== undefined) known.set(id, person)
  }
  return known
}

export function caseShownTo(
  { library, desk }: Pick<CaseSending, 'library' | 'desk'>,
  kept: Case,
  people: People,
): CaseShown {
  const { policy } = kept.about
  return {
    zone: library.school.zone,
    title: policy === undefined ? undefined : desk.shelf.edition(policy)?.title,
    nameOf: (person) => (person === undefined ? undefined : people.get(person)?.name) ?? 'Somebody who has left',
  }
}

function noticeFor(
  turn: CaseSending,
  { kept, telling }: { readonly kept: Case; readonly telling: Telling },
  people: People,
): Planned {
  const { ports, library } = turn
  const seeing = caseShownTo(turn, kept, people)
  return {
    key: telling.key,
    kind: 'case',
    person: telling.person,
    prefer: telling.person === kept.asker ? kept.platform : undefined,
    onPage: true,
    earlier: () => offersTo(turn, { kept, telling }),
    everyWay: telling.what === 'offer' && kept.route === 'safeguarding' && library.school.urgentAtOnce === true,
    kept: telling.what === 'offer',
    at: telling.at,
    reason: `a case: ${telling.what}`,
    still: async () =>
      isStill(telling, kept, await ports.cases.find(kept.id)) && (await wasHeardOf(turn, { kept, telling })),
    show: async () => showTold((await ports.cases.find(kept.id)) ?? kept, telling, seeing),
    write: () =>
      kept.practice
        ? undefined
        : letterOf(kept, telling.what, { seeing, school: library.school.name, publicUrl: ports.publicUrl }),
  }
}

/**
 * The offers that somebody has had and that are over. Their cards still invite to take it; whoever took it pressed one
 * of them and has the case in its place.
 */
async function offersTo({ ports }: CaseSending, { kept, telling }: Due): Promise<readonly Notice[]> {
  if (!endsAnOffer(kept, telling)) return []
  const isOffer = ({ kind, key }: Notice) =>
    kind === 'case' && (key.startsWith(`case:${kept.id}:offer-`) || key.startsWith(`case:${kept.id}:again-`))
  return (await ports.notices.of([telling.person])).filter((notice) => isOffer(notice) && hasCome(notice))
}

function endsAnOffer(kept: Case, { what, person }: Telling): boolean {
  if (person === kept.asker || person === kept.taker) return false
  return what === 'not-needed' || what === 'closed' || what === 'asker-left'
}

function hasCome({ state }: Notice): boolean {
  return state === 'sent' || state === 'unknown'
}

/** Nobody is told that something is over of which they never heard. */
async function wasHeardOf(turn: CaseSending, due: Due): Promise<boolean> {
  return !endsAnOffer(due.kept, due.telling) || (await offersTo(turn, due)).length > 0
}

/** An event that is over is not told any more; a message is, whatever has come after it. */
function isStill({ what, person }: Telling, before: Case, now: Case | undefined): boolean {
  if (now === undefined) return false
  switch (what) {
    case 'offer':
    case 'again':
      return now.state === 'waiting' && now.offered.includes(person)
    case 'due':
      return now.state === 'taken' && now.taker === person
    case 'asked-again':
      return now.state === 'asked-back'
    case 'replied':
      return now.taker === person
    case 'taken':
    case 'not-needed':
      return now.messages.length === before.messages.length || now.state !== 'closed'
    case 'answered':
    case 'asked-back':
    case 'passed':
    case 'released':
    case 'closed-quietly':
    case 'asker-left':
    case 'closed':
      return true
  }
}

function showTold(kept: Case, { what, person }: Telling, seeing: CaseShown): Card {
  if (what === 'offer' || what === 'again') return showOffered(kept, seeing, what)
  if (person !== kept.asker && person !== kept.taker) return showLine(kept, seeing, what)
  return showCase(kept, person, seeing, what)
}

/** Email travels over the open internet: it says that there is something, and nothing that was written. */
function letterOf(
  kept: Case,
  told: Told,
  about: { readonly seeing: CaseShown; readonly school: string; readonly publicUrl: string | undefined },
): Letter {
  const where = about.publicUrl === undefined ? 'to Policy Guide' : `at ${about.publicUrl}`
  return {
    subject: titleTold(told, kept.route),
    text: [
      sayTold(told, { ...namingOf(kept, about.seeing), asker: 'Whoever asked' }),
      '',
      `To read it, and to write: say “my cases” ${where}.`,
      '',
      `Policy Guide, ${about.school}`,
    ].join('\n'),
  }
}
